import type { TypeHistory } from "./metric-trend.ts";
import type { MetricHistoryPoint } from "./view.ts";

type Measured = Pick<MetricHistoryPoint, "asOf">;

/**
 * The newest measurement of a type and the one it is compared with.
 * @param points of one type, oldest first
 * @param compareTo a time, ISO 8601: the newest measurement made until then; null = the one before the newest
 * @returns null where there are no two, or the type has not changed since
 */
export function comparedPoints<P extends Measured>(
  points: readonly P[],
  compareTo: string | null,
): { before: P; after: P } | null {
  const after = points.at(-1);
  const before = compareTo === null ? points.at(-2) : points.findLast(({ asOf }) => asOf <= compareTo);
  return before && after && before !== after ? { before, after } : null;
}

/**
 * The times that the newest measurements can be compared with, newest first: one for each round of measuring, in which
 * every type was measured at most once.
 */
export function comparableTimes(
  histories: readonly (Pick<TypeHistory, "type"> & { points: readonly Measured[] })[],
): string[] {
  const earlier = histories
    .flatMap(({ type, points }) => points.slice(0, -1).map(({ asOf }) => ({ type, asOf })))
    .sort((a, b) => a.asOf.localeCompare(b.asOf));
  const rounds: { types: Set<string>; last: string }[] = [];
  for (const { type, asOf } of earlier) {
    const round = rounds.at(-1);
    if (!round || round.types.has(type)) rounds.push({ types: new Set([type]), last: asOf });
    else {
      round.types.add(type);
      round.last = asOf;
    }
  }
  return rounds.map(({ last }) => last).reverse();
}
