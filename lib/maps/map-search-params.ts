import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsFloat,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { type MapCategory, mapCategories } from "./map-binary.ts";
import { type MapMeasure, mapMeasures } from "./map-measures.ts";
import { type ProjectedType, projectedTypes } from "./schema.ts";

export const mapColors = [...mapCategories, ...mapMeasures] as const;
export type MapColor = MapCategory | MapMeasure;

export function isMeasure(color: MapColor): color is MapMeasure {
  return (mapMeasures as readonly string[]).includes(color);
}

/** Numbers that the area of a mark can tell: more is more, and of an effect it is how far from none. */
export const mapSizes = [
  "retrievals",
  "effect",
  "netTasks",
  "effectTasks",
  "lisi",
  "invariantShare",
  "lintFindings",
  "ageDays",
] as const satisfies readonly MapMeasure[];
/** What a mark's size tells; "same" = nothing. */
export type MapSize = "same" | (typeof mapSizes)[number];

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

/** One step of a selection on the map of a type: two corners are a rectangle's, more a lasso's. */
export type SelectionArea = {
  on: ProjectedType;
  mode: "replace" | "add" | "remove";
  corners: readonly { x: number; y: number }[];
};

const modeSigns = { replace: "=", add: "+", remove: "-" } as const;
const selectionArea = createParser<SelectionArea>({
  parse(text) {
    const [type, sign, ...numbers] = text.split("_");
    const on = projectedTypes.find((each) => each === type);
    const mode = (["replace", "add", "remove"] as const).find((each) => modeSigns[each] === sign);
    const values = numbers.map(Number);
    if (!on || !mode || values.length < 4 || !values.every(Number.isFinite)) return null;
    const corners = Array.from({ length: Math.floor(values.length / 2) }, (_, index) => ({
      x: values[2 * index] ?? 0,
      y: values[2 * index + 1] ?? 0,
    }));
    return { on, mode, corners };
  },
  serialize: ({ on, mode, corners }) =>
    [on, modeSigns[mode], ...corners.flatMap(({ x, y }) => [roundTo(x, 3), roundTo(y, 3)])].join("_"),
  eq: (a, b) => a === b,
});

/** Where one looks on the map of a type; a map without one shows everything. */
export type MapView = { of: ProjectedType; centerX: number; centerY: number; scale: number };

const mapView = createParser<MapView>({
  parse(text) {
    const [type, ...numbers] = text.split("_");
    const of = projectedTypes.find((each) => each === type);
    const [centerX, centerY, scale] = numbers.map(Number);
    if (!of || centerX === undefined || centerY === undefined || scale === undefined) return null;
    return [centerX, centerY, scale].every(Number.isFinite) && scale > 0
      ? { of, centerX, centerY, scale }
      : null;
  },
  serialize: ({ of, centerX, centerY, scale }) =>
    [of, roundTo(centerX, 3), roundTo(centerY, 3), roundTo(scale, 2)].join("_"),
  eq: (a, b) => a === b,
});

function roundTo(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** URL state of /map. */
export const mapSearchParams = {
  /** The one map shown large; null = all side by side. */
  type: parseAsStringLiteral(projectedTypes),
  color: parseAsStringLiteral(mapColors).withDefault("benchmark"),
  /** A second facet, told by the mark's shape; null = the shape goes with the color. */
  shape: parseAsStringLiteral(mapCategories),
  size: parseAsStringLiteral(["same", ...mapSizes] as const).withDefault("same"),
  contours: parseAsBoolean.withDefault(false),
  labels: parseAsBoolean.withDefault(true),
  /** Names that are hidden, of any facet: they stay hidden under another color. */
  off: parseAsArrayOf(hiddenName).withDefault([]),
  range: parseAsArrayOf(measureRange).withDefault([]),
  /** What an agent would ask: placed among its nearest, which are linked. */
  query: parseAsString.withDefault(""),
  /** The memory in the inspector. */
  at: parseAsString,
  view: parseAsArrayOf(mapView).withDefault([]),
  /** The areas drawn, in order. */
  areas: parseAsArrayOf(selectionArea).withDefault([]),
  /** Memories selected one by one, after the areas; with "!" before it one that is taken out. */
  ids: parseAsArrayOf(parseAsString).withDefault([]),
};
export type MapSearchParams = inferParserType<typeof mapSearchParams>;

/** URL state of /map/versions: two stored maps and one area on either of them. */
export const versionSearchParams = {
  a: parseAsString,
  b: parseAsString,
  color: parseAsStringLiteral(mapColors).withDefault("benchmark"),
  side: parseAsStringLiteral(["a", "b"] as const).withDefault("a"),
  /** Corners of the area, x and y in turn. */
  area: parseAsArrayOf(parseAsFloat).withDefault([]),
  ids: parseAsArrayOf(parseAsString).withDefault([]),
  /** The memory in the inspector. */
  at: parseAsString,
};

export const loadVersionSearchParams = createLoader(versionSearchParams);

/** Which maps a page will ask for first. */
export const loadShownType = createLoader({ type: mapSearchParams.type });
export const mapHref = createSerializer(mapSearchParams);
