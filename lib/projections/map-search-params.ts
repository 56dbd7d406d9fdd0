import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsFloat,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { projectedTypes } from "./schema.ts";

export const mapColors = ["benchmark", "outcome", "lifecycle"] as const;
export type MapColor = (typeof mapColors)[number];

/** URL state of /map. */
export const mapSearchParams = {
  /** The one map shown large; null = all side by side. */
  type: parseAsStringLiteral(projectedTypes),
  color: parseAsStringLiteral(mapColors).withDefault("benchmark"),
  /** Names of the colour's legend that are hidden. */
  hide: parseAsArrayOf(parseAsString).withDefault([]),
  /** The map that `area` was drawn in. */
  on: parseAsStringLiteral(projectedTypes),
  /** Corners of the selected area, x and y in turn: two corners a rectangle, more a lasso. */
  area: parseAsArrayOf(parseAsFloat).withDefault([]),
  /** Memories selected one by one. */
  ids: parseAsArrayOf(parseAsString).withDefault([]),
};
export type MapSearchParams = inferParserType<typeof mapSearchParams>;
export const loadMapSearchParams = createLoader(mapSearchParams);
export const mapHref = createSerializer(mapSearchParams);
