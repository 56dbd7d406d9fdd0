import { type MapCategory, type MapPoints, mapCategories } from "#lib/maps/map-binary.ts";
import { type MapMeasure, measureColumn, measureWords, verdictNames } from "#lib/maps/map-measures.ts";
import { binEdges, countNames, type Filtered, type Histogram, histogramOf } from "./cross-filter.ts";

/** A map and what the filter leaves of it. */
export type FilteredMap = { points: MapPoints; filtered: Filtered };

/** A name of a facet: on how many points at all, and on how many that pass every condition but the facet's own. */
export type NameCount = { name: string; total: number; shown: number };

/** The names of every facet over several maps together, by name. */
export function facetCounts(maps: readonly FilteredMap[]): Record<MapCategory, NameCount[]> {
  const entries = mapCategories.map((category) => [category, countsOf(maps, category)] as const);
  return Object.fromEntries(entries) as Record<MapCategory, NameCount[]>;
}

function countsOf(maps: readonly FilteredMap[], category: MapCategory): NameCount[] {
  const found = new Map<string, NameCount>();
  for (const { points, filtered } of maps) {
    const { names, codes } = points.categories[category];
    const shown = countNames(points, category, filtered);
    const totals = new Uint32Array(names.length);
    for (const code of codes) totals[code] = (totals[code] ?? 0) + 1;
    names.forEach((name, code) => {
      const before = found.get(name) ?? { name, total: 0, shown: 0 };
      found.set(name, {
        name,
        total: before.total + (totals[code] ?? 0),
        shown: before.shown + (shown[code] ?? 0),
      });
    });
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, "en"));
}

/** One histogram of a measure over several maps together; null where no value is known. */
export function summedHistogram(maps: readonly FilteredMap[], measure: MapMeasure): Histogram | null {
  const edges = binEdges(
    maps.map(({ points }) => measureColumn(points, measure)),
    measureWords[measure].whole,
  );
  if (!edges) return null;
  const each = maps.map(({ points, filtered }) => histogramOf(points, measure, edges, filtered));
  const sum = (read: (histogram: Histogram) => number) => each.reduce((total, one) => total + read(one), 0);
  const bins = edges.slice(1).map((_, bin) => bin);
  return {
    edges,
    all: bins.map((bin) => sum((one) => one.all[bin] ?? 0)),
    shown: bins.map((bin) => sum((one) => one.shown[bin] ?? 0)),
    unknown: sum((one) => one.unknown),
    unknownShown: sum((one) => one.unknownShown),
  };
}

/**
 * The visible memories of several maps, those at the telling end of a measure first (foreign, abstract); without a
 * measure in the order of the maps. The unknown come last. By an effect: what is harmful first, then what is suspected,
 * each the surest first, for a raw effect of few tasks tells least where it is largest.
 */
export function rankedIds(maps: readonly FilteredMap[], measure: MapMeasure | null): string[] {
  const found: { id: string; keys: readonly number[] }[] = [];
  for (const { points, filtered } of maps) {
    const keysOf = measure ? rankKeys(points, measure) : () => [];
    filtered.visible.forEach((visible, index) => {
      if (visible) found.push({ id: points.ids[index] ?? "", keys: keysOf(index) });
    });
  }
  if (!measure) return found.map(({ id }) => id);
  return found.sort((a, b) => compareKeys(a.keys, b.keys)).map(({ id }) => id);
}

const verdictOrder: readonly string[] = [
  verdictNames.harmful,
  verdictNames.suspected,
  verdictNames.unclear,
  verdictNames.helpful,
];

/** What points are ranked by, the first number first; the least come first. */
function rankKeys(points: MapPoints, measure: MapMeasure): (index: number) => readonly number[] {
  const values = measureColumn(points, measure);
  const known = (value: number | undefined) =>
    value === undefined || Number.isNaN(value) ? Infinity : value;
  if (measure === "effectQ") return (index) => [known(values[index])];
  if (measure !== "effect" && measure !== "netTasks") {
    return (index) => [known(-(values[index] ?? Number.NaN))];
  }
  const { names, codes } = points.categories.verdict;
  const orders = names.map((name) => verdictOrder.indexOf(name));
  return (index) => {
    const order = orders[codes[index] ?? 0] ?? -1;
    return [order < 0 ? Infinity : order, known(points.numbers.effectQ[index]), known(values[index])];
  };
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (const [i, key] of a.entries()) {
    const other = b[i] ?? 0;
    if (key !== other) return key - other;
  }
  return 0;
}
