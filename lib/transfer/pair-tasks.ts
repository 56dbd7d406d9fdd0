import type { ComparedTrial, TaskName, UnmatchedTask } from "./schema.ts";

/** The trials of one task of one run, or whatever else is kept of them. */
type TaskTrials<T = ComparedTrial> = TaskName & { trials: T[] };

export type TaskPairs<T = ComparedTrial> = {
  pairs: { base: TaskTrials<T>; candidate: TaskTrials<T> }[];
  unmatched: { base: UnmatchedTask[]; candidate: UnmatchedTask[] };
};

/**
 * Pairs the tasks of two runs on benchmark, name and checksum.
 * Equal checksums pair first. An unknown checksum ("") then pairs with what is left of the same name, if that is
 * exactly one task: a run that never recorded checksums can still be compared. Two known, different checksums
 * never pair: the task was changed in between.
 */
export function pairTasks<T extends TaskName>(base: readonly T[], candidate: readonly T[]): TaskPairs<T> {
  const baseTasks = tasksByName(base);
  const candidateTasks = tasksByName(candidate);
  const result: TaskPairs<T> = { pairs: [], unmatched: { base: [], candidate: [] } };
  for (const name of [...new Set([...baseTasks.keys(), ...candidateTasks.keys()])].sort()) {
    const left = baseTasks.get(name) ?? new Map<string, TaskTrials<T>>();
    const right = candidateTasks.get(name) ?? new Map<string, TaskTrials<T>>();
    const reasonLeft = right.size > 0 ? "changed" : "absent";
    const reasonRight = left.size > 0 ? "changed" : "absent";
    for (const checksum of [...left.keys()]) takePair(left, right, checksum, checksum, result);
    const [onlyLeft] = left.keys();
    const [onlyRight] = right.keys();
    const oneIsUnknown = onlyLeft === "" || onlyRight === "";
    if (left.size === 1 && right.size === 1 && oneIsUnknown) {
      takePair(left, right, onlyLeft ?? "", onlyRight ?? "", result);
    }
    result.unmatched.base.push(...[...left.values()].map((task) => unmatchedTask(task, reasonLeft)));
    result.unmatched.candidate.push(...[...right.values()].map((task) => unmatchedTask(task, reasonRight)));
  }
  return result;
}

/** The name of a task whose pair could not be made, without its trials. */
export function unmatchedTask(task: TaskName, reason: UnmatchedTask["reason"]): UnmatchedTask {
  const { taskId, benchmark, taskName, checksum } = task;
  return { taskId, benchmark, taskName, checksum, reason };
}

function takePair<T>(
  left: Map<string, TaskTrials<T>>,
  right: Map<string, TaskTrials<T>>,
  leftKey: string,
  rightKey: string,
  result: TaskPairs<T>,
): void {
  const base = left.get(leftKey);
  const candidate = right.get(rightKey);
  if (!base || !candidate) return;
  result.pairs.push({ base, candidate });
  left.delete(leftKey);
  right.delete(rightKey);
}

/** Benchmark and name as one sortable key -> checksum -> the trials of that task. */
function tasksByName<T extends TaskName>(trials: readonly T[]): Map<string, Map<string, TaskTrials<T>>> {
  const tasks = new Map<string, Map<string, TaskTrials<T>>>();
  for (const trial of trials) {
    const name = `${trial.benchmark}\u0000${trial.taskName}`;
    const byChecksum = tasks.get(name) ?? new Map<string, TaskTrials<T>>();
    tasks.set(name, byChecksum);
    const { taskId, benchmark, taskName, checksum } = trial;
    const task = byChecksum.get(checksum) ?? { taskId, benchmark, taskName, checksum, trials: [] };
    byChecksum.set(checksum, task);
    task.trials.push(trial);
  }
  return tasks;
}
