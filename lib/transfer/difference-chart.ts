import type { Comparison, Difference } from "./schema.ts";

/** One dot with its interval: differences in percentage points, so that the axis needs no arithmetic. */
export type DifferencePoint = {
  label: string;
  tasks: number;
  delta: number;
  low: number;
  high: number;
  /** False when there is no interval (a single task): low = high = delta then. */
  hasInterval: boolean;
};

export type DifferenceChartModel = {
  k: number;
  points: DifferencePoint[];
  /** Symmetric around 0, in points, at least 5 wide to each side. */
  domain: [number, number];
};

/**
 * What the chart of differences per benchmark draws: the benchmarks, then both averages. Rows whose pass@k is
 * unknown are left out: a dot at 0 would say "no difference".
 */
export function differenceChart(comparison: Comparison, k: number): DifferenceChartModel {
  const key = String(k);
  const points = [
    ...comparison.byBenchmark.flatMap((row) => toPoint(row.benchmark, row.passAt[key])),
    ...toPoint("All tasks (micro)", comparison.micro[key]),
    ...toPoint("Mean of benchmarks (macro)", comparison.macro[key]),
  ];
  const widest = Math.max(5, ...points.flatMap((point) => [Math.abs(point.low), Math.abs(point.high)]));
  const limit = Math.ceil(widest / 5) * 5;
  return { k, points, domain: [-limit, limit] };
}

function toPoint(label: string, difference: Difference | undefined): DifferencePoint[] {
  if (!difference || difference.delta === null) return [];
  const delta = difference.delta * 100;
  const [low, high] = difference.ci ?? [difference.delta, difference.delta];
  return [
    {
      label,
      tasks: difference.tasks,
      delta,
      low: low * 100,
      high: high * 100,
      hasInterval: difference.ci !== null,
    },
  ];
}
