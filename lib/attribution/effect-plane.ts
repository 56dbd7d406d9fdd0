import { type AbstractionEffect, type AbstractionMeasure, isAbstract } from "./abstraction-effects.ts";

/** A memory on the plane, in shares of the plane's width and height from its lower left corner. */
export type PlanePoint = {
  row: AbstractionEffect;
  /** Abstract, so that it is shown everywhere, and harmful. */
  isSuspect: boolean;
  x: number;
  y: number;
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
 * The rows as a plane: x the measure, y the effect from -1 to 1. Abstract and harmful ones come last, to be drawn on
 * top.
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
    if (value === null) return [];
    const isSuspect = row.verdict === "harmful" && isAbstract(row, measure, median) === true;
    return [{ row, isSuspect, x: xOf(value), y: yOf(row.effect) }];
  });
  return {
    points: points.sort((a, b) => prominence(a) - prominence(b)),
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

/** What is named is drawn over what is not, abstract and harmful on top. */
function prominence({ row, isSuspect }: PlanePoint): number {
  if (isSuspect) return 2;
  return row.verdict === "harmful" || row.verdict === "helpful" ? 1 : 0;
}
