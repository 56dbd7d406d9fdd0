import type { CategoryColumn, MapCategory, MapPoints } from "#lib/maps/map-binary.ts";
import { type MapMeasure, measureColumn } from "#lib/maps/map-measures.ts";
import type { HiddenName, MeasureRange } from "#lib/maps/map-search-params.ts";

export type MapFilter = { off: readonly HiddenName[]; ranges: readonly MeasureRange[] };

/** What a filter leaves of a map. */
export type Filtered = {
  /** 1 for points that pass everything. */
  visible: Uint8Array;
  shown: number;
  /** A bit for each condition that a point fails; `bitOf` says which. */
  fails: Uint32Array;
  bitOf: ReadonlyMap<MapCategory | MapMeasure, number>;
};

/**
 * Applies all conditions at once, O(points x conditions): every point gets a bit for each condition that it fails, so
 * that a facet or histogram can be counted under all the other conditions without asking again.
 * A point whose number is not known fails a range.
 */
export function crossFilter(points: MapPoints, { off, ranges }: MapFilter): Filtered {
  const count = points.ids.length;
  const fails = new Uint32Array(count);
  const bitOf = new Map<MapCategory | MapMeasure, number>();
  for (const [category, hidden] of Map.groupBy(off, (each) => each.category)) {
    const bit = 1 << bitOf.size;
    bitOf.set(category, bit);
    const names = new Set(hidden.map(({ name }) => name));
    failNames(fails, points.categories[category], names, bit);
  }
  for (const { measure, low, high } of ranges) {
    const bit = bitOf.get(measure) ?? 1 << bitOf.size;
    bitOf.set(measure, bit);
    failRange(fails, measureColumn(points, measure), low, high, bit);
  }
  const visible = new Uint8Array(count);
  let shown = 0;
  for (let index = 0; index < count; index++) {
    if (fails[index] !== 0) continue;
    visible[index] = 1;
    shown++;
  }
  return { visible, shown, fails, bitOf };
}

function failNames(
  fails: Uint32Array,
  column: CategoryColumn,
  hidden: ReadonlySet<string>,
  bit: number,
): void {
  const bits = Uint32Array.from(column.names, (name) => (hidden.has(name) ? bit : 0));
  const { codes } = column;
  for (let index = 0; index < codes.length; index++) {
    fails[index] = (fails[index] ?? 0) | (bits[codes[index] ?? 0] ?? 0);
  }
}

function failRange(fails: Uint32Array, values: Float32Array, low: number, high: number, bit: number): void {
  // The columns are single precision: an end written in decimals must not cut off the point it was read from.
  const [least, most] = [Math.fround(low), Math.fround(high)];
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? Number.NaN;
    if (!(value >= least && value <= most)) fails[index] = (fails[index] ?? 0) | bit;
  }
}

/** How many points bear each name, of those that pass all conditions but the one on this facet. */
export function countNames(points: MapPoints, category: MapCategory, filtered: Filtered): Uint32Array {
  const { names, codes } = points.categories[category];
  const others = ~(filtered.bitOf.get(category) ?? 0);
  const counts = new Uint32Array(names.length);
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index] ?? 0;
    if (((filtered.fails[index] ?? 0) & others) === 0) counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

export type Histogram = {
  /** One more edge than bins, ascending. */
  edges: number[];
  /** Of all points, and of those that pass all conditions but the one on this measure. */
  all: number[];
  shown: number[];
  /** Points without the number, and those of them that pass the other conditions. */
  unknown: number;
  unknownShown: number;
};

/** A measure's distribution over a map; null when no point has the number. */
export function histogramOf(
  points: MapPoints,
  measure: MapMeasure,
  edges: number[],
  filtered: Filtered,
): Histogram {
  const values = measureColumn(points, measure);
  const others = ~(filtered.bitOf.get(measure) ?? 0);
  const bins = Math.max(1, edges.length - 1);
  const all = new Array<number>(bins).fill(0);
  const shown = new Array<number>(bins).fill(0);
  const low = edges[0] ?? 0;
  const width = ((edges[bins] ?? 1) - low) / bins;
  let [unknown, unknownShown] = [0, 0];
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? Number.NaN;
    const passes = ((filtered.fails[index] ?? 0) & others) === 0;
    if (Number.isNaN(value)) {
      unknown++;
      if (passes) unknownShown++;
      continue;
    }
    const bin = Math.max(0, Math.min(bins - 1, Math.floor((value - low) / width)));
    all[bin] = (all[bin] ?? 0) + 1;
    if (passes) shown[bin] = (shown[bin] ?? 0) + 1;
  }
  return { edges, all, shown, unknown, unknownShown };
}

/** The edges of about `bins` equal bins over all values that are known; whole numbers get whole bins. Null when there is none. */
export function binEdges(columns: readonly Float32Array[], whole: boolean, bins = 24): number[] | null {
  let [low, high] = [Infinity, -Infinity];
  for (const values of columns) {
    for (const value of values) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  if (low > high) return null;
  if (whole) {
    const width = Math.max(1, Math.ceil((high - low + 1) / bins));
    const count = Math.ceil((high - low + 1) / width);
    return Array.from({ length: count + 1 }, (_, index) => low + index * width);
  }
  const width = high > low ? (high - low) / bins : 1;
  return Array.from({ length: high > low ? bins + 1 : 2 }, (_, index) => low + index * width);
}
