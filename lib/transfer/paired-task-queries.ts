import type { Db } from "#lib/db/client.ts";
import { getTrial } from "#lib/runs/trial-queries.ts";
import { alignSteps } from "./align-steps.ts";
import { type PairedTaskFilter, selectPairedTasks } from "./paired-tasks.ts";
import { getComparedTasks } from "./queries.ts";
import type { AttemptLink, CompareOptions, PairedTask, PairedTaskDetail } from "./schema.ts";

export type PairedTaskParams = {
  base: string;
  candidate: string;
  /** The baseline's task id. */
  taskId: string;
  baseAttempt?: number | null;
  candidateAttempt?: number | null;
  /** The list that previous and next go through. Default: all tasks, lost first. */
  list?: PairedTaskFilter;
} & CompareOptions;

/** Both runs' trials of one paired task side by side; null when there is no such pair. */
export async function getPairedTask(db: Db, params: PairedTaskParams): Promise<PairedTaskDetail | null> {
  const { base, candidate, taskId, baseAttempt, candidateAttempt, list, ...options } = params;
  const compared = await getComparedTasks(db, { base, candidate, ...options });
  const task = compared?.tasks.find((each) => each.taskId === taskId);
  if (!compared || !task) return null;
  const attempts = {
    base: await listAttempts(db, base, task.taskId),
    candidate: await listAttempts(db, candidate, task.candidateTaskId),
  };
  // A lost task is explained by a baseline attempt that passed beside a candidate attempt that did not.
  const passedBefore = task.outcome === "lost" || task.outcome === "kept";
  const passedAfter = task.outcome === "gained" || task.outcome === "kept";
  const left = chooseAttempt(attempts.base, baseAttempt, passedBefore);
  const right = chooseAttempt(attempts.candidate, candidateAttempt, passedAfter);
  const before = left && (await getTrial(db, left.trialId));
  const after = right && (await getTrial(db, right.trialId));
  if (!before || !after) return null;
  return {
    base: compared.base,
    candidate: compared.candidate,
    task,
    attempts,
    open: { base: before, candidate: after },
    alignment:
      before.trajectory && after.trajectory
        ? alignSteps(before.trajectory.steps, after.trajectory.steps)
        : null,
    ...placeIn(selectPairedTasks(compared.tasks, list ?? {}).rows, task),
  };
}

function placeIn(
  list: readonly PairedTask[],
  task: PairedTask,
): Pick<PairedTaskDetail, "previousTaskId" | "nextTaskId" | "position"> {
  const index = list.indexOf(task);
  if (index < 0) return { previousTaskId: null, nextTaskId: null, position: null };
  return {
    previousTaskId: list[index - 1]?.taskId ?? null,
    nextTaskId: list[index + 1]?.taskId ?? null,
    position: { index, of: list.length },
  };
}

async function listAttempts(db: Db, runId: string, taskId: string): Promise<AttemptLink[]> {
  const trials = await db.trial.findMany({
    where: { runId, taskId },
    select: { id: true, attempt: true, outcome: true },
    orderBy: { attempt: "asc" },
  });
  return trials.map(({ id, attempt, outcome }) => ({ trialId: id, attempt, outcome }));
}

/** The attempt asked for; else the first whose outcome tells the story, else the first that is not missing. */
function chooseAttempt(
  attempts: readonly AttemptLink[],
  wanted: number | null | undefined,
  passed: boolean,
): AttemptLink | undefined {
  return (
    attempts.find((each) => each.attempt === wanted) ??
    attempts.find((each) => (each.outcome === "passed") === passed && each.outcome !== "missing") ??
    attempts.find((each) => each.outcome !== "missing") ??
    attempts[0]
  );
}
