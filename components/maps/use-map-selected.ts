"use client";
import { useMemo } from "react";
import type { Area } from "#components/scatter/area.ts";
import type { ScatterLinks } from "#components/scatter/draw-context.ts";
import type { MapSearchParams } from "#lib/maps/map-search-params.ts";
import type { ProjectedType } from "#lib/maps/schema.ts";
import type { ProjectionSummary } from "#lib/maps/view.ts";
import { selectedIds, selectionMask } from "./map-selection.ts";
import { nearLinks } from "./near-links.ts";
import type { DrawnMap } from "./use-map-drawing.ts";
import { type Near, useNear } from "./use-near.ts";

type Selected = {
  ids: readonly string[];
  set: ReadonlySet<string>;
  /** By the ids of projections; null = nothing is selected. */
  masks: ReadonlyMap<string, Uint8Array | null>;
  /** The areas drawn, by the type of their map. */
  areas: ReadonlyMap<ProjectedType, readonly Area[]>;
};

/** The selection that an address tells, on every map alike. */
export function useMapSelected(
  maps: ReadonlyMap<string, DrawnMap>,
  summaries: readonly ProjectionSummary[],
  { areas, ids: picks }: Pick<MapSearchParams, "areas" | "ids">,
): Selected {
  const ids = useMemo(() => {
    const mapOf = (of: ProjectedType) =>
      maps.get(summaries.find((each) => each.type === of)?.id ?? "") ?? null;
    return selectedIds(mapOf, areas, picks);
  }, [maps, summaries, areas, picks]);
  const set = useMemo(() => new Set(ids), [ids]);
  const masks = useMemo(
    () => new Map([...maps].map(([id, { points }]) => [id, selectionMask(points.ids, set)])),
    [maps, set],
  );
  const drawn = useMemo(() => {
    const byType = Map.groupBy(areas, ({ on }) => on);
    return new Map([...byType].map(([of, its]) => [of, its.map(({ corners }) => corners)]));
  }, [areas]);
  return { ids, set, masks, areas: drawn };
}

/** The nearest to the query, or else to the memory in the inspector, and the lines to them on each map. */
export function useNearLinks(
  maps: ReadonlyMap<string, DrawnMap>,
  { query, type, at }: Pick<MapSearchParams, "query" | "type" | "at">,
): { near: Near; links: ReadonlyMap<string, ScatterLinks | null> } {
  const memory = query ? null : at;
  const near = useNear(query ? { query, type: type ?? "all" } : memory ? { memory } : null);
  const rows = near.state === "ready" ? near.rows : null;
  const links = useMemo(
    () =>
      new Map([...maps].map(([id, { points }]) => [id, rows && nearLinks(points, memory, rows)] as const)),
    [maps, rows, memory],
  );
  return { near, links };
}
