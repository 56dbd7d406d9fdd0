"use client";
import { useQueryStates } from "nuqs";
import { mapSearchParams } from "#lib/projections/map-search-params.ts";
import type { ProjectedType } from "#lib/projections/schema.ts";
import { areaFromNumbers, numbersFromArea } from "./map-selection.ts";
import type { Area } from "./point-grid.ts";

/** The map page's state, which is the URL: what is shown, hidden and selected. */
export function useMapState() {
  const [state, setState] = useQueryStates(mapSearchParams, {
    history: "replace",
    shallow: true,
    clearOnDefault: true,
  });
  return {
    ...state,
    area: areaFromNumbers(state.area),
    setType: (type: ProjectedType | null) => setState({ type }),
    /** A new colouring has another legend, so what was hidden comes back. */
    setColor: (color: typeof state.color) => setState({ color, hide: [] }),
    setHide: (hide: string[]) => setState({ hide }),
    /** An empty area clears the whole selection. */
    setArea: (on: ProjectedType, area: Area) =>
      setState(area.length > 0 ? { on, area: numbersFromArea(area) } : { on: null, area: [], ids: [] }),
    togglePick: (id: string) =>
      setState(({ ids }) => ({ ids: ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id] })),
  };
}
