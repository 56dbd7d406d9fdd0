import type { ProjectedType } from "#lib/maps/schema.ts";
import type { AbstractionResult } from "./schema.ts";
import type { MetricHistoryPoint } from "./view.ts";

export type TypeHistory = { type: ProjectedType; points: readonly MetricHistoryPoint[] };

/** One measurement in a trend: milliseconds since 1970, the value, and the ends of its interval where it has one. */
export type TrendPoint = { at: number; value: number; low: number | null; high: number | null };
type TrendLine = { type: ProjectedType; points: TrendPoint[] };
export type MetricTrend = { lines: TrendLine[]; releases: { at: number; names: string }[] };

const readers = {
  dbi: ({ dbi, dbiInterval }: AbstractionResult) => ({ value: dbi, interval: dbiInterval }),
  lisi: ({ lisi }: AbstractionResult) => ({ value: lisi?.mean ?? null, interval: lisi?.interval ?? null }),
};

/** How one metric changed over the measurements, a line per type; where it was undefined there is no point. */
export function metricTrend(histories: readonly TypeHistory[], metric: keyof typeof readers): MetricTrend {
  const lines = histories.map(({ type, points }) => ({
    type,
    points: points.flatMap(({ asOf, result }) => {
      const { value, interval } = readers[metric](result);
      if (value === null) return [];
      return [{ at: Date.parse(asOf), value, low: interval?.low ?? null, high: interval?.high ?? null }];
    }),
  }));
  return { lines: lines.filter(({ points }) => points.length > 0), releases: releasesOf(histories) };
}

/** A release belongs to the measurement before it, of every type: shown once, at the latest of those. */
function releasesOf(histories: readonly TypeHistory[]): { at: number; names: string }[] {
  const latest = new Map<string, number>();
  for (const { asOf, releases } of histories.flatMap(({ points }) => points)) {
    const names = releases.join(", ");
    if (names) latest.set(names, Math.max(latest.get(names) ?? 0, Date.parse(asOf)));
  }
  return [...latest].map(([names, at]) => ({ at, names }));
}
