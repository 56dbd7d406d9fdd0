import { formatInterval, formatPercent, formatPoints } from "./format.ts";
import type { Comparison, Difference } from "./schema.ts";

/** Dots with intervals, in shares (0.04 = 4 points), and the same numbers as text. */
export type DifferenceChart = {
  model: {
    rows: { name: string; value: number; low: number | null; high: number | null }[];
    reference: number;
    domain: [number, number];
  };
  table: { columns: { name: string; numeric?: boolean }[]; rows: string[][] };
  /** Benchmarks left out because no task has k counted attempts on both sides. */
  leftOut: string[];
};

/**
 * What the chart of differences per benchmark draws: the benchmarks, then both averages. Rows whose pass@k is
 * unknown are left out and named: a dot at 0 would say "no difference". The axis is symmetric around 0.
 */
export function differenceChart(comparison: Comparison, k: number): DifferenceChart {
  const key = String(k);
  const named: [string, Difference | undefined][] = [
    ...comparison.byBenchmark.map((row): [string, Difference | undefined] => [
      row.benchmark,
      row.passAt[key],
    ]),
    ["Micro average", comparison.micro[key]],
    ["Macro average", comparison.macro[key]],
  ];
  const known = named.flatMap(([name, difference]) =>
    difference && difference.delta !== null ? [{ name, difference, value: difference.delta }] : [],
  );
  const rows = known.map(({ name, difference, value }) => ({
    name,
    value,
    low: difference.ci?.[0] ?? null,
    high: difference.ci?.[1] ?? null,
  }));
  const widest = Math.max(
    0.05,
    ...rows.flatMap((row) => [row.value, row.low ?? 0, row.high ?? 0].map(Math.abs)),
  );
  // Whole tens of points, so that the axis has round ticks on both sides of 0.
  const limit = widest <= 0.05 ? 0.05 : Math.ceil(widest * 10 - 1e-9) / 10;
  return {
    model: { rows, reference: 0, domain: [-limit, limit] },
    table: {
      columns: [
        { name: "Benchmark" },
        { name: "Tasks", numeric: true },
        { name: "Baseline", numeric: true },
        { name: "Candidate", numeric: true },
        { name: "Difference", numeric: true },
        { name: "Interval", numeric: true },
      ],
      rows: known.map(({ name, difference }) => [
        name,
        String(difference.tasks),
        formatPercent(difference.base),
        formatPercent(difference.candidate),
        formatPoints(difference.delta),
        formatInterval(difference.ci),
      ]),
    },
    leftOut: comparison.byBenchmark
      .filter((row) => (row.passAt[key]?.delta ?? null) === null)
      .map((row) => row.benchmark),
  };
}
