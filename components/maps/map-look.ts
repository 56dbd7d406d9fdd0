import type { ShapeName } from "#components/charts/shapes.ts";
import { largestOf, type ScatterLook, sizeCodesOf } from "#components/scatter/look.ts";
import { type Domain, numberDomain, quantize, rampPalette } from "#components/scatter/number-ramp.ts";
import { packHex } from "#components/scatter/pack-color.ts";
import type { MapCategory, MapPoints } from "#lib/maps/map-binary.ts";
import { type MapMeasure, measureColumn, measureWords, verdictNames } from "#lib/maps/map-measures.ts";
import { isMeasure, type MapColor, type MapSize } from "#lib/maps/map-search-params.ts";
import { categoryLook } from "./category-look.ts";

export type LookChoice = {
  color: MapColor;
  /** What the ramp spans, over all maps that share the legend; for a measure only. */
  domain: Domain;
  /** A second facet by shape; null = the shape goes with the color. */
  shape: MapCategory | null;
  size: MapSize;
  /** The value of the largest mark, over all maps beside each other; left out = of this map alone. */
  largest?: number;
};

/** What a measure's ramp spans over several maps. */
export function measureDomain(measure: MapMeasure, maps: readonly MapPoints[]): Domain {
  const columns = maps.map((points) => measureColumn(points, measure));
  const values = new Float32Array(columns.reduce((sum, column) => sum + column.length, 0));
  let at = 0;
  for (const column of columns) {
    values.set(column, at);
    at += column.length;
  }
  return numberDomain(values, measureWords[measure].centered);
}

/** The value of the largest mark over several maps; 0 where size tells nothing. */
export function largestMark(size: MapSize, maps: readonly MapPoints[]): number {
  if (size === "same") return 0;
  return Math.max(0, ...maps.map((points) => largestOf(shownColumn(points, size))));
}

export function rampKind(measure: MapMeasure): "sequential" | "diverging" {
  return measureWords[measure].centered ? "diverging" : "sequential";
}

/** How the points of one map are drawn: columns by lookup tables, so that recoloring touches no geometry. */
export function mapLook(points: MapPoints, choice: LookChoice, dark: boolean): ScatterLook {
  const { color, shape, size, largest } = choice;
  const shapeOf = shape ?? (isMeasure(color) ? null : color);
  return {
    color: colorOf(points, choice, dark),
    ...(shapeOf ? { shape: shapeTable(points, shapeOf) } : {}),
    ...(size === "same" ? {} : { sizeCodes: sizeCodesOf(shownColumn(points, size), largest) }),
  };
}

function colorOf(points: MapPoints, { color, domain }: LookChoice, dark: boolean): ScatterLook["color"] {
  if (isMeasure(color)) {
    return {
      codes: quantize(shownColumn(points, color), domain),
      palette: rampPalette(rampKind(color), dark),
    };
  }
  const { names, codes } = points.categories[color];
  const palette = Uint32Array.from(names, (name) => {
    const look = categoryLook(color, name);
    return packHex(dark ? look.color.dark : look.color.light);
  });
  return { codes, palette };
}

/** The numbers that are colored or told by size: an effect that may be chance is drawn as none. */
function shownColumn(points: MapPoints, measure: MapMeasure): Float32Array {
  const values = measureColumn(points, measure);
  if (measure !== "effect" && measure !== "netTasks") return values;
  const { names, codes } = points.categories.verdict;
  const isNamed = names.map((name) => name === verdictNames.harmful || name === verdictNames.helpful);
  return values.map((value, index) => (isNamed[codes[index] ?? 0] || Number.isNaN(value) ? value : 0));
}

function shapeTable(points: MapPoints, category: MapCategory): { codes: Uint8Array; names: ShapeName[] } {
  const { names, codes } = points.categories[category];
  return { codes, names: names.map((name) => categoryLook(category, name).shape) };
}
