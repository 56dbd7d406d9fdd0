import { chanceOfLoss, fitNoise, NOISE_LEVEL, type NoiseModel } from "./noise.ts";
import { pairTasks, type TaskPairs, unmatchedTask } from "./pair-tasks.ts";
import type { ComparedTrial, CompareOptions, Comparison, PairedTask } from "./schema.ts";
import { pairedOutcome, tallyAttempts } from "./tally-attempts.ts";

export type CompareSettings = Required<CompareOptions>;

export type ComparedTasks = {
  settings: CompareSettings;
  tasks: PairedTask[];
  unmatched: Comparison["unmatched"];
  /** Null when the baseline was not repeated. */
  model: NoiseModel | null;
};

/** The task-by-task half of `compareRuns`, without its statistics: what a list of tasks or one task needs. */
export function compareTasks(
  base: readonly ComparedTrial[],
  candidate: readonly ComparedTrial[],
  options: CompareOptions = {},
): ComparedTasks {
  const settings: CompareSettings = {
    k: options.k ?? 3,
    excludeErrored: options.excludeErrored ?? false,
    seed: options.seed ?? 42,
    resamples: options.resamples ?? 2000,
    confidence: options.confidence ?? 0.95,
  };
  const paired = pairTasks(base, candidate);
  const scored = scorePairs(paired, settings);
  const model = fitNoise(scored.map((task) => task.base));
  const tasks = scored.map((task) => weighLoss(task, model));
  return { settings, tasks, unmatched: paired.unmatched, model };
}

/** Tallies every pair; a pair that cannot be scored moves to `unmatched`, on the side or sides that lack attempts. */
function scorePairs(paired: TaskPairs, settings: CompareSettings): PairedTask[] {
  return paired.pairs.flatMap(({ base, candidate }) => {
    const before = tallyAttempts(base.trials, settings);
    const after = tallyAttempts(candidate.trials, settings);
    if (before.firstK.length === 0) paired.unmatched.base.push(unmatchedTask(base, "unscored"));
    if (after.firstK.length === 0) paired.unmatched.candidate.push(unmatchedTask(candidate, "unscored"));
    if (before.firstK.length === 0 || after.firstK.length === 0) return [];
    return {
      taskId: base.taskId,
      candidateTaskId: candidate.taskId,
      benchmark: base.benchmark,
      taskName: base.taskName,
      checksum: base.checksum || candidate.checksum,
      ...pairedOutcome(before, after),
      base: before,
      candidate: after,
      effect: after.passed / after.scored - before.passed / before.scored,
      noiseP: null,
      evidence: null,
    };
  });
}

function weighLoss(task: PairedTask, model: NoiseModel | null): PairedTask {
  if (task.outcome !== "lost") return task;
  const noiseP = model && chanceOfLoss(model, task.base, task.compared);
  return { ...task, noiseP, evidence: noiseP !== null && noiseP <= NOISE_LEVEL ? "supported" : "suspected" };
}
