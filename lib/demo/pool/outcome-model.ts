import type { MemoryType, Outcome } from "#lib/db/generated/enums.ts";
import { normal, type Random, streamFor } from "./streams.ts";
import type { DemoTask } from "./types.ts";

/**
 * The model of outcomes, on the logit scale:
 *
 *   logit P(pass) = logit(base rate of the benchmark) - difficulty of the task
 *                   + effect of the type + fit of the type to the task + harm
 *
 * Every number here was chosen by hand, as a round number, before anything was generated, and fitted to nothing.
 */
export const OUTCOME_MODEL = {
  /** Standard deviation of the difficulty over the tasks of a benchmark. */
  difficultySd: 2,
  /** Mean effect of being shown memories of a type. */
  typeEffect: { trajectory: 0, workflow: 0, summary: 0.1, insight: 0.2 },
  /** Standard deviation of how well memories of a type happen to suit a task. */
  fitSd: 0.6,
  /** Effect of a planted harmful memory among the three that are shown. */
  harm: -5,
  erroredShare: 0.012,
  missingShare: 0.005,
} as const satisfies {
  difficultySd: number;
  typeEffect: Record<MemoryType, number>;
  fitSd: number;
  harm: number;
  erroredShare: number;
  missingShare: number;
};

/** How hard a task is; 0 is middling, higher is harder. The same in every run. */
export function difficultyOf(task: DemoTask, seed: number): number {
  return OUTCOME_MODEL.difficultySd * normal(streamFor(seed, "difficulty", task.benchmark, task.name));
}

/** Probability that an attempt passes. `type` null = without memory. */
export function passProbability(
  task: DemoTask,
  baseRate: number,
  type: MemoryType | null,
  harmed: boolean,
  seed: number,
): number {
  let logit = Math.log(baseRate / (1 - baseRate)) - difficultyOf(task, seed);
  if (type !== null) {
    logit += OUTCOME_MODEL.typeEffect[type];
    logit += OUTCOME_MODEL.fitSd * normal(streamFor(seed, "fit", type, task.benchmark, task.name));
  }
  if (harmed) logit += OUTCOME_MODEL.harm;
  return 1 / (1 + Math.exp(-logit));
}

/** One attempt's outcome. A few attempts break off or lose their reward, whatever the task. */
export function drawOutcome(probability: number, random: Random): Outcome {
  const chance = random();
  if (chance < OUTCOME_MODEL.erroredShare) return "errored";
  if (chance < OUTCOME_MODEL.erroredShare + OUTCOME_MODEL.missingShare) return "missing";
  return random() < probability ? "passed" : "failed";
}
