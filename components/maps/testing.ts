import { type MapPoints, mapCategories } from "#lib/maps/map-binary.ts";

type Column = MapPoints["categories"]["type"];

/** One column of names for every category of a map. */
export function sameCategories(column: Column): MapPoints["categories"] {
  return Object.fromEntries(mapCategories.map((name) => [name, column])) as MapPoints["categories"];
}
