import type { Measured } from "./measured.ts";
import { studentQuantile } from "./student-quantile.ts";

/** One attempt that a judge looked at. */
export type JudgedAttempt = {
  /** Attempts of one task depend on each other: they are one unit. */
  task: string;
  /** Whether the judge says it passed. */
  judged: boolean;
  /** Whether it did, by the verifier; null where nobody verified it. */
  verified: boolean | null;
};

/** A pass rate, or a difference of two, from many judged attempts and few verified ones. */
export type PredictionPowered = {
  estimate: number;
  low: number;
  high: number;
  level: number;
  /** How much the judge counts, 0 to 1: 0 leaves the verified attempts alone. Of a difference, the candidate's. */
  lambda: number;
  /** Attempts that are verified, and judged only. */
  verified: number;
  judgedOnly: number;
  /** What the judge alone says. */
  judge: number;
};

/** Fewer verified tasks of a run say too little about its judge. */
const FEWEST_TASKS = 20;

type Estimate = PredictionPowered & { influence: Map<string, number>; tasks: number };

/**
 * Pass rate of a run by prediction-powered inference (PPI++: Angelopoulos, Duchi and Zrnic, arXiv 2311.01453): the
 * judge's mean over the attempts judged only, corrected by what the judge gets wrong at the verified ones, and weighed
 * by lambda so that a poor judge does no harm. Right however wrong the judge is, as long as the verified attempts were
 * chosen without regard to outcomes. The variance is clustered by task.
 * @returns undefined with a sentence below 20 verified tasks, or without an attempt that is judged only
 */
export function predictionPoweredRate(
  attempts: readonly JudgedAttempt[],
  { level = 0.95 }: { level?: number } = {},
): Measured<PredictionPowered> {
  const found = estimateRate(attempts);
  if ("undefinedBecause" in found) return found;
  const { influence, tasks, ...rate } = found.value;
  const reach = reachOf(influence, tasks, rate.verified, level);
  return {
    value: {
      ...rate,
      low: Math.max(0, rate.estimate - reach),
      high: Math.min(1, rate.estimate + reach),
      level,
    },
  };
}

/** The same of a difference, candidate minus baseline: a task that both ran is one unit. */
export function predictionPoweredDifference(
  base: readonly JudgedAttempt[],
  candidate: readonly JudgedAttempt[],
  { level = 0.95 }: { level?: number } = {},
): Measured<PredictionPowered> {
  const before = estimateRate(base);
  if ("undefinedBecause" in before) return before;
  const after = estimateRate(candidate);
  if ("undefinedBecause" in after) return after;
  const influence = new Map(after.value.influence);
  for (const [task, value] of before.value.influence) influence.set(task, (influence.get(task) ?? 0) - value);
  const verified = Math.min(before.value.verified, after.value.verified);
  const reach = reachOf(influence, Math.min(before.value.tasks, after.value.tasks), verified, level, 2);
  const estimate = after.value.estimate - before.value.estimate;
  return {
    value: {
      estimate,
      low: Math.max(-1, estimate - reach),
      high: Math.min(1, estimate + reach),
      level,
      lambda: after.value.lambda,
      verified: before.value.verified + after.value.verified,
      judgedOnly: before.value.judgedOnly + after.value.judgedOnly,
      judge: after.value.judge - before.value.judge,
    },
  };
}

function estimateRate(attempts: readonly JudgedAttempt[]): Measured<Estimate> {
  const labeled = attempts.filter((each) => each.verified !== null);
  const rest = attempts.filter((each) => each.verified === null);
  const tasks = new Set(labeled.map((each) => each.task)).size;
  if (tasks < FEWEST_TASKS || rest.length === 0) {
    return {
      undefinedBecause: `Correcting a judge takes ${FEWEST_TASKS} verified tasks and attempts that are judged only, and there are ${tasks} and ${rest.length}.`,
    };
  }
  const predicted = labeled.map((each) => Number(each.judged));
  const truth = labeled.map((each) => Number(each.verified));
  const others = rest.map((each) => Number(each.judged));
  const lambda = tunedLambda(predicted, truth, others);
  const residuals = truth.map((value, i) => value - lambda * (predicted[i] ?? 0));
  const [residual, other] = [meanOf(residuals), meanOf(others)];
  const influence = new Map<string, number>();
  const add = (task: string, value: number) => influence.set(task, (influence.get(task) ?? 0) + value);
  labeled.forEach((each, i) => {
    add(each.task, ((residuals[i] ?? 0) - residual) / labeled.length);
  });
  rest.forEach((each, i) => {
    add(each.task, (lambda * ((others[i] ?? 0) - other)) / rest.length);
  });
  const judge = meanOf([...predicted, ...others]);
  const estimate = Math.min(1, Math.max(0, lambda * other + residual));
  const counts = { verified: labeled.length, judgedOnly: rest.length };
  return {
    value: { estimate, low: estimate, high: estimate, level: 0, lambda, ...counts, judge, influence, tasks },
  };
}

/** The weight of the least variance (section 6 of the paper), within 0 and 1. */
function tunedLambda(
  predicted: readonly number[],
  truth: readonly number[],
  others: readonly number[],
): number {
  const [meanPredicted, meanTruth] = [meanOf(predicted), meanOf(truth)];
  const together = predicted.reduce(
    (sum, f, i) => sum + (f - meanPredicted) * ((truth[i] ?? 0) - meanTruth),
    0,
  );
  const all = [...predicted, ...others];
  const meanAll = meanOf(all);
  const variance = all.reduce((sum, f) => sum + (f - meanAll) ** 2, 0) / (all.length - 1);
  if (variance === 0) return 0;
  const covariance = together / (predicted.length - 1);
  return Math.min(1, Math.max(0, covariance / ((1 + predicted.length / others.length) * variance)));
}

/**
 * Half of the interval. Two verified attempts are added at which the judge is wrong, once either way: where it was right
 * throughout, so few attempts do not show that it always is.
 */
function reachOf(
  influence: ReadonlyMap<string, number>,
  tasks: number,
  verified: number,
  level: number,
  runs = 1,
): number {
  const units = influence.size;
  const seen = [...influence.values()].reduce((sum, value) => sum + value * value, 0) * (units / (units - 1));
  const unseen = (2 * runs) / verified ** 2;
  return studentQuantile(1 - level, tasks - 1) * Math.sqrt(seen + unseen);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
