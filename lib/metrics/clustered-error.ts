import type { Measured } from "./measured.ts";
import { studentQuantile } from "./student-quantile.ts";

/** How sure a mean is where observations come in clusters. */
export type ClusteredError = {
  clusters: number;
  /** Clusters of one size that would weigh as much: (sum of sizes)^2 / sum of squares. */
  effectiveClusters: number;
  /** Clustered standard error of the mean. */
  se: number;
  /** The same were all observations independent. */
  independentSe: number;
  /** Ratio of the two variances: 2 = worth half as many independent observations. Null where nothing varies. */
  designEffect: number | null;
  low: number;
  high: number;
  level: number;
};

/**
 * Clustered standard error of a mean (Liang and Zeger 1986; Miller, arXiv 2411.00640, section 2.2, with the factor
 * G / (G - 1) for G clusters: statsmodels' `cov_type="cluster"`). The interval is wider than 1.96 of these errors, which
 * few and uneven clusters make far too narrow: t has the effective clusters less one as degrees of freedom
 * (Carter, Schnepel and Steigerwald, Review of Economics and Statistics 99, 2017).
 * @param values one per observation
 * @param clusters the cluster of each, in the same order
 * @returns undefined with a sentence for fewer than 3 clusters
 */
export function clusteredError(
  values: readonly number[],
  clusters: readonly string[],
  { level = 0.95 }: { level?: number } = {},
): Measured<ClusteredError> {
  const n = values.length;
  const groups = [...Map.groupBy(values.keys(), (i) => clusters[i] ?? "").values()].map((rows) => ({
    size: rows.length,
    sum: rows.reduce((sum, i) => sum + (values[i] as number), 0),
  }));
  const count = groups.length;
  if (count < 3) {
    return {
      undefinedBecause: `A clustered error needs at least 3 clusters, and there ${count === 1 ? "is 1" : `are ${count}`}.`,
    };
  }
  const mean = groups.reduce((sum, group) => sum + group.sum, 0) / n;
  const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const between = groups.reduce((sum, { size, sum: total }) => sum + (total - size * mean) ** 2, 0);
  const variance = ((between / n) * (count / (count - 1))) / n;
  const independent = spread / n / (n - 1);
  const effectiveClusters = n ** 2 / groups.reduce((sum, { size }) => sum + size ** 2, 0);
  const reach = studentQuantile(1 - level, Math.max(1, effectiveClusters - 1)) * Math.sqrt(variance);
  return {
    value: {
      clusters: count,
      effectiveClusters,
      se: Math.sqrt(variance),
      independentSe: Math.sqrt(independent),
      designEffect: independent > 0 ? variance / independent : null,
      low: mean - reach,
      high: mean + reach,
      level,
    },
  };
}
