"use client";
import { useMemo } from "react";
import type { ScatterLook } from "#components/scatter/look.ts";
import type { Domain } from "#components/scatter/number-ramp.ts";
import { isMeasure, type MapSearchParams } from "#lib/maps/map-search-params.ts";
import type { ProjectionSummary } from "#lib/maps/view.ts";
import { crossFilter } from "./cross-filter.ts";
import type { FilteredMap } from "./filter-summary.ts";
import { largestMark, mapLook, measureDomain } from "./map-look.ts";
import type { LoadedMap, MapLoad } from "./use-maps.ts";

export type DrawnMap = FilteredMap & LoadedMap;
type Drawing = {
  /** The maps that are loaded, by the ids of their projections. */
  maps: ReadonlyMap<string, DrawnMap>;
  /** Those of the maps shown that hold each memory once. */
  counted: readonly DrawnMap[];
  looks: ReadonlyMap<string, ScatterLook>;
  /** What the ramp of the colored measure spans. */
  domain: Domain;
};

type View = Pick<MapSearchParams, "color" | "shape" | "size" | "off" | "range">;

/** What is left of the maps by the filters and how it looks; each part is worked out again only when it changes. */
export function useMapDrawing(
  loads: Readonly<Record<string, MapLoad>>,
  shown: readonly ProjectionSummary[],
  { color, shape, size, off, range }: View,
  dark: boolean,
): Drawing {
  const maps = useMemo(() => {
    const found = new Map<string, DrawnMap>();
    for (const [id, load] of Object.entries(loads)) {
      if (load.state !== "ready") continue;
      found.set(id, { ...load, filtered: crossFilter(load.points, { off, ranges: range }) });
    }
    return found;
  }, [loads, off, range]);
  // The map of all types holds the others' points once more.
  const countedIds = shown
    .filter((summary) => shown.length === 1 || summary.type !== "all")
    .map((summary) => summary.id)
    .join();
  const counted = useMemo(
    () => countedIds.split(",").flatMap((id) => maps.get(id) ?? []),
    [maps, countedIds],
  );
  const points = useMemo(
    () =>
      countedIds.split(",").flatMap((id) => {
        const load = loads[id];
        return load?.state === "ready" ? load.points : [];
      }),
    [loads, countedIds],
  );
  const domain = useMemo(
    (): Domain => (isMeasure(color) ? measureDomain(color, points) : [0, 1]),
    [color, points],
  );
  const largest = useMemo(() => largestMark(size, points), [size, points]);
  const looks = useMemo(() => {
    const found = new Map<string, ScatterLook>();
    for (const [id, load] of Object.entries(loads)) {
      if (load.state === "ready")
        found.set(id, mapLook(load.points, { color, domain, shape, size, largest }, dark));
    }
    return found;
  }, [loads, color, domain, shape, size, largest, dark]);
  return { maps, counted, looks, domain };
}
