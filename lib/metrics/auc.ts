import { normalQuantile } from "./normal-quantile.ts";

export type Auc = {
  /** Chance that a positive scores higher than a negative, ties counted as half. */
  auc: number;
  ci: [number, number];
  /** Two-sided, of the hypothesis that both score alike: Mann-Whitney, with ties and a continuity correction. */
  p: number;
  positives: number;
  negatives: number;
};

/**
 * Area under the ROC curve of a score for a class, with DeLong's interval on the logit scale (DeLong, DeLong and
 * Clarke-Pearson 1988; its variance is 0 at an area of 0 or 1, where the interval is the one of as many independent pairs
 * as the smaller class has members). Equals scikit-learn's `roc_auc_score`, and its p scipy's `mannwhitneyu(..., method="asymptotic")`.
 * @returns null when a class is empty
 */
export function areaUnderCurve(
  scores: readonly number[],
  isPositive: readonly boolean[],
  confidence = 0.95,
): Auc | null {
  const positive = scores.filter((_, i) => isPositive[i]);
  const negative = scores.filter((_, i) => !isPositive[i]);
  const [m, n] = [positive.length, negative.length];
  if (m === 0 || n === 0) return null;
  const ranks = midranks(scores);
  const ofPositive = within(
    positive,
    ranks.filter((_, i) => isPositive[i]),
    n,
  );
  const ofNegative = within(
    negative,
    ranks.filter((_, i) => !isPositive[i]),
    m,
  ).map((share) => 1 - share);
  const auc = mean(ofPositive);
  const variance = spread(ofPositive) / m + spread(ofNegative) / n;
  return {
    auc,
    ci: interval(auc, variance, m, n, confidence),
    p: mannWhitney(auc, scores, m, n),
    positives: m,
    negatives: n,
  };
}

/** Of each member of one class, the share of the other class below it, ties as half. */
function within(own: readonly number[], ranksInAll: readonly number[], others: number): number[] {
  const ranks = midranks(own);
  return ranksInAll.map((rank, i) => (rank - (ranks[i] ?? 0)) / others);
}

/** Places from 1 up, equal values sharing the mean of theirs. */
function midranks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Array<number>(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end + 1 < order.length && values[order[end + 1] ?? 0] === values[order[start] ?? 0]) end += 1;
    for (let place = start; place <= end; place++) ranks[order[place] ?? 0] = (start + end) / 2 + 1;
    start = end + 1;
  }
  return ranks;
}

function interval(auc: number, variance: number, m: number, n: number, confidence: number): [number, number] {
  const outside = (1 - confidence) / 2;
  const apart = outside ** (1 / Math.min(m, n));
  if (auc === 1) return [apart, 1];
  if (auc === 0) return [0, 1 - apart];
  const half = (normalQuantile(1 - outside) * Math.sqrt(variance)) / (auc * (1 - auc));
  const logit = Math.log(auc / (1 - auc));
  const back = (x: number) => 1 / (1 + Math.exp(-x));
  return [back(logit - half), back(logit + half)];
}

function mannWhitney(auc: number, scores: readonly number[], m: number, n: number): number {
  const total = m + n;
  const sizes = [...Map.groupBy(scores, (score) => score).values()].map((same) => same.length);
  const ties = sizes.reduce((sum, size) => sum + size ** 3 - size, 0);
  const variance = ((m * n) / 12) * (total + 1 - ties / (total * (total - 1)));
  if (!(variance > 0)) return 1;
  const off = Math.max(0, Math.abs(auc - 0.5) * m * n - 0.5);
  return Math.min(1, 2 * normalTail(off / Math.sqrt(variance)));
}

/** Upper tail of the standard normal distribution, by the continued fraction far out and the series near 0. */
function normalTail(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < 3) {
    let [term, sum] = [z, z];
    for (let k = 1; Math.abs(term) > 1e-17 * Math.abs(sum) && k < 200; k++) {
      term *= (z * z) / (2 * k + 1);
      sum += term;
    }
    return 0.5 - density * sum;
  }
  let fraction = 0;
  for (let k = 60; k >= 1; k--) fraction = k / (z + fraction);
  return density / (z + fraction);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function spread(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
}
