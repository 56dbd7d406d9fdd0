import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsFloat,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { type MapCategory, mapCategories } from "./map-binary.ts";
import { type MapMeasure, mapMeasures } from "./map-measures.ts";
import { labelKinds, projectedTypes } from "./schema.ts";

export const mapColors = [...mapCategories, ...mapMeasures] as const;
export type MapColor = MapCategory | MapMeasure;

export function isMeasure(color: MapColor): color is MapMeasure {
  return (mapMeasures as readonly string[]).includes(color);
}

/** A name of a facet whose points are left out. */
export type HiddenName = { category: MapCategory; name: string };
/** A measure whose points must lie from `low` to `high`, ends included. */
export type MeasureRange = { measure: MapMeasure; low: number; high: number };

const hiddenName = createParser<HiddenName>({
  parse(text) {
    const at = text.indexOf("~");
    const category = mapCategories.find((each) => each === text.slice(0, at));
    return category ? { category, name: text.slice(at + 1) } : null;
  },
  serialize: ({ category, name }) => `${category}~${name}`,
  eq: (a, b) => a.category === b.category && a.name === b.name,
});

const measureRange = createParser<MeasureRange>({
  parse(text) {
    const [name, low, high] = text.split("~");
    const measure = mapMeasures.find((each) => each === name);
    const ends = { low: Number(low || Number.NaN), high: Number(high || Number.NaN) };
    return measure && ends.low <= ends.high ? { measure, ...ends } : null;
  },
  serialize: ({ measure, low, high }) => `${measure}~${low}~${high}`,
  eq: (a, b) => a.measure === b.measure && a.low === b.low && a.high === b.high,
});

/** URL state of /map. */
export const mapSearchParams = {
  /** The one map shown large; null = all side by side. */
  type: parseAsStringLiteral(projectedTypes),
  color: parseAsStringLiteral(mapColors).withDefault("benchmark"),
  /** A second facet, told by the mark's shape; null = the shape goes with the colour. */
  shape: parseAsStringLiteral(mapCategories),
  size: parseAsStringLiteral(["same", "retrievals"] as const).withDefault("same"),
  /** Names that are hidden, of any facet: they stay hidden under another colour. */
  off: parseAsArrayOf(hiddenName).withDefault([]),
  range: parseAsArrayOf(measureRange).withDefault([]),
  /** The map that `area` was drawn in. */
  on: parseAsStringLiteral(projectedTypes),
  /** Corners of the selected area, x and y in turn: two corners a rectangle, more a lasso. */
  area: parseAsArrayOf(parseAsFloat).withDefault([]),
  /** Memories selected one by one. */
  ids: parseAsArrayOf(parseAsString).withDefault([]),
};
export type MapSearchParams = inferParserType<typeof mapSearchParams>;

/** What the table of DBI and LISI is of; the server reads it. */
export const abstractionSearchParams = {
  label: parseAsStringLiteral(labelKinds).withDefault("benchmark"),
  /** The tag, where the label is one. */
  tag: parseAsString,
  perplexity: parseAsInteger.withDefault(30),
  measuredOn: parseAsStringLiteral(["vectors", "map"] as const).withDefault("vectors"),
};
export const loadAbstractionSearchParams = createLoader(abstractionSearchParams);
export type AbstractionSearchParams = inferParserType<typeof abstractionSearchParams>;
export const mapHref = createSerializer(mapSearchParams);
