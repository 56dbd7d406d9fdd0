"use client";
import { useQueryStates } from "nuqs";
import { useMemo } from "react";
import { areaFromNumbers, numbersFromArea } from "#components/maps/map-selection.ts";
import { useMapDrawing } from "#components/maps/use-map-drawing.ts";
import { useMaps } from "#components/maps/use-maps.ts";
import type { Area } from "#components/scatter/area.ts";
import { pointsInside } from "#components/scatter/find-points.ts";
import { versionSearchParams } from "#lib/maps/map-search-params.ts";
import type { ProjectionSummary } from "#lib/maps/view.ts";

const unfiltered: never[] = [];
export type SideName = "a" | "b";

/** The two maps of an address, drawn, and the selection they share; without an address the two newest of a type. */
export function useTwoMaps(versions: readonly ProjectionSummary[], dark: boolean) {
  const [params, setParams] = useQueryStates(versionSearchParams, {
    history: "replace",
    clearOnDefault: true,
  });
  const a = versions.find(({ id }) => id === params.a) ?? versions[0];
  const b =
    versions.find(({ id }) => id === params.b) ??
    versions.find((each) => each !== a && each.type === a?.type) ??
    versions[1] ??
    a;
  // The second is asked for as it lies on the first.
  const keys = { a: a?.id ?? "", b: a && b && b !== a ? `${b.id}?alignTo=${a.id}` : (b?.id ?? "") };
  const { loads, retry, reload } = useMaps([keys.a, keys.b], `${a?.drift.placed} ${b?.drift.placed}`);
  const shown = useMemo(
    () => [a && { ...a, id: keys.a }, b && { ...b, id: keys.b }].filter((each) => each !== undefined),
    [a, b, keys.a, keys.b],
  );
  const view = {
    color: params.color,
    shape: null,
    size: "same" as const,
    off: unfiltered,
    range: unfiltered,
  };
  const { maps, looks } = useMapDrawing(loads, shown, view, dark);
  const area = useMemo(() => areaFromNumbers(params.area), [params.area]);
  const drawnOn = maps.get(keys[params.side]);
  const ids = useMemo(() => {
    const inside = drawnOn && area.length > 0 ? pointsInside(drawnOn.data.grid, area, null) : [];
    return [...new Set([...Array.from(inside, (index) => drawnOn?.points.ids[index] ?? ""), ...params.ids])];
  }, [drawnOn, area, params.ids]);
  const selected = useMemo(() => new Set(ids), [ids]);
  const drawn = useMemo(() => [...maps.values()].slice(0, 1), [maps]);
  const sides = (["a", "b"] as const).flatMap((name) => {
    const summary = name === "a" ? a : b;
    return summary ? [{ name, summary, key: keys[name] }] : [];
  });
  return {
    ...{ params, setParams, sides, loads, maps, looks, drawn, area, ids, selected, retry, reload },
    // The address names both maps from now on: a newer one must not slip under the area.
    drawOn: (side: SideName, corners: Area) =>
      void setParams({ a: a?.id ?? null, b: b?.id ?? null, side, area: numbersFromArea(corners), ids: null }),
    clear: () => void setParams({ side: null, area: null, ids: null }),
    /** From now on the selection is these memories, whatever was drawn. */
    reselect: (next: string[]) => void setParams({ side: null, area: null, ids: next }),
    toggle: (id: string) =>
      void setParams({
        side: null,
        area: null,
        ids: selected.has(id) ? ids.filter((other) => other !== id) : [...ids, id],
      }),
  };
}
