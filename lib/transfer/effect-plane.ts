import {
  type AbstractionEffect,
  type AbstractionMeasure,
  type AbstractionQuadrant,
  quadrantOf,
} from "./abstraction-effects.ts";

/** A memory on the plane, in shares of the plane's width and height from its lower left corner. */
export type PlanePoint = {
  row: AbstractionEffect;
  quadrant: AbstractionQuadrant;
  x: number;
  y: number;
  low: number | null;
  high: number | null;
};

export type EffectPlane = {
  points: PlanePoint[];
  /** Where abstract begins, in shares of the width; abstract lies to its right (for lint findings to its left). */
  division: number;
  zero: number;
  xTicks: { at: number; value: number }[];
  yTicks: { at: number; value: number }[];
  /** Rows that lack the measure and are not on the plane. */
  unmeasured: number;
};

/**
 * The rows as a plane: x the measure, y the paired effect from -1 to 1. Abstract and harmful ones come last, to be
 * drawn on top.
 */
export function effectPlane(
  rows: readonly AbstractionEffect[],
  measure: AbstractionMeasure,
  median: number,
): EffectPlane {
  const values = rows.flatMap(({ abstraction }) => abstraction[measure] ?? []);
  const [least, most] = [Math.min(...values, median), Math.max(...values, median)];
  const margin = (most - least || 1) * 0.04;
  const [low, high] = [least - margin, most + margin];
  const xOf = (value: number) => (value - low) / (high - low);
  const yOf = (effect: number) => (effect + 1) / 2;
  const points = rows.flatMap((row): PlanePoint[] => {
    const value = row.abstraction[measure];
    const quadrant = quadrantOf(row, measure, median);
    if (value === null || !quadrant) return [];
    const ends = row.interval && { low: yOf(row.interval[0]), high: yOf(row.interval[1]) };
    return [
      { row, quadrant, x: xOf(value), y: yOf(row.effect), low: ends?.low ?? null, high: ends?.high ?? null },
    ];
  });
  return {
    points: points.sort((a, b) => Number(isSuspect(a.quadrant)) - Number(isSuspect(b.quadrant))),
    division: xOf(median),
    zero: yOf(0),
    xTicks: [0, 0.25, 0.5, 0.75, 1].map((at) => ({
      at: xOf(least + at * (most - least)),
      value: least + at * (most - least),
    })),
    yTicks: [-1, -0.5, 0, 0.5, 1].map((value) => ({ at: yOf(value), value })),
    unmeasured: rows.length - points.length,
  };
}

/** Abstract, so that it is shown everywhere, and harmful beyond its interval. */
export function isSuspect({ abstract, direction }: AbstractionQuadrant): boolean {
  return abstract && direction === "harmful";
}
