import { benchmarkStyle } from "#components/charts/benchmark-palette.ts";
import { type CategoryStyle, lifecycleStyles, outcomeStyles } from "#components/charts/category-styles.ts";
import type { CategoryColumn, MapPoints } from "#lib/projections/map-binary.ts";
import type { MapColor } from "#lib/projections/map-search-params.ts";

const plain: CategoryStyle = { color: { light: "#6b6b6b", dark: "#bdbdbd" }, shape: "circle" };

/** How a value of the chosen category is drawn, the same in map, legend and card. */
export function categoryLook(color: MapColor, name: string): CategoryStyle {
  if (color === "benchmark") return benchmarkStyle(name);
  return (color === "outcome" ? outcomeStyles[name] : lifecycleStyles[name]) ?? plain;
}

/** 1 for each point whose category is not hidden. */
export function visibleMask(column: CategoryColumn, hidden: ReadonlySet<string>): Uint8Array {
  const shown = column.names.map((name) => (hidden.has(name) ? 0 : 1));
  return column.codes.map((code) => shown[code] ?? 1);
}

export type LegendEntry = { name: string; count: number };

/** The names of a category over several maps with how many points bear each, by name. */
export function legendEntries(maps: readonly MapPoints[], color: MapColor): LegendEntry[] {
  const counts = new Map<string, number>();
  for (const points of maps) {
    const { names, codes } = points.categories[color];
    const tally = new Uint32Array(names.length);
    for (const code of codes) tally[code] = (tally[code] ?? 0) + 1;
    names.forEach((name, code) => {
      counts.set(name, (counts.get(name) ?? 0) + (tally[code] ?? 0));
    });
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}
