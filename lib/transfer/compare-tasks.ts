import { assessLosses } from "./assess-losses.ts";
import { boundOutcomes } from "./bound-outcomes.ts";
import { pairTasks, type TaskPairs, unmatchedTask } from "./pair-tasks.ts";
import type {
  ComparedTrial,
  CompareOptions,
  Comparison,
  Noise,
  OutcomeBounds,
  PairedTask,
} from "./schema.ts";
import { pairedOutcome, restsOnErrored, tallyAttempts } from "./tally-attempts.ts";

export type CompareSettings = Required<CompareOptions>;

export type ComparedTasks = {
  settings: CompareSettings;
  tasks: PairedTask[];
  unmatched: Comparison["unmatched"];
  noise: Noise;
  bounds: OutcomeBounds;
};

/** The task-by-task half of `compareRuns`, without its averages: what a list of tasks or one task needs. */
export function compareTasks(
  base: readonly ComparedTrial[],
  candidate: readonly ComparedTrial[],
  options: CompareOptions = {},
): ComparedTasks {
  const settings: CompareSettings = {
    k: options.k ?? 3,
    excludeErrored: options.excludeErrored ?? false,
    confidence: options.confidence ?? 0.95,
  };
  const paired = pairTasks(base, candidate);
  const { tasks, noise } = assessLosses(scorePairs(paired, settings));
  return {
    settings,
    tasks,
    unmatched: paired.unmatched,
    noise,
    bounds: boundOutcomes(paired.pairs, settings.k),
  };
}

/** Tallies every pair; a pair that cannot be scored moves to `unmatched`, on the side or sides that lack attempts. */
function scorePairs(paired: TaskPairs, settings: CompareSettings): PairedTask[] {
  return paired.pairs.flatMap(({ base, candidate }) => {
    const before = tallyAttempts(base.trials, settings);
    const after = tallyAttempts(candidate.trials, settings);
    if (before.firstK.length === 0) paired.unmatched.base.push(unmatchedTask(base, "unscored"));
    if (after.firstK.length === 0) paired.unmatched.candidate.push(unmatchedTask(candidate, "unscored"));
    if (before.firstK.length === 0 || after.firstK.length === 0) return [];
    const { outcome, compared } = pairedOutcome(before, after);
    return {
      taskId: base.taskId,
      candidateTaskId: candidate.taskId,
      benchmark: base.benchmark,
      taskName: base.taskName,
      checksum: base.checksum || candidate.checksum,
      outcome,
      compared,
      base: before,
      candidate: after,
      effect: after.passed / after.scored - before.passed / before.scored,
      errored: restsOnErrored(outcome, before, after, compared),
      noiseP: null,
      noiseQ: null,
      evidence: null,
    };
  });
}
