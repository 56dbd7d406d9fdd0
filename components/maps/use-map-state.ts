"use client";
import { useQueryStates } from "nuqs";
import { useCallback, useRef, useState } from "react";
import type { Area } from "#components/scatter/area.ts";
import type { SelectMode } from "#components/scatter/scatter-data.ts";
import type { Viewport } from "#components/scatter/viewport.ts";
import { useHotkeys } from "#components/shell/use-hotkeys.ts";
import type { MapCategory } from "#lib/maps/map-binary.ts";
import type { MapMeasure } from "#lib/maps/map-measures.ts";
import { type MapSearchParams, mapSearchParams } from "#lib/maps/map-search-params.ts";
import type { ProjectedType } from "#lib/maps/schema.ts";
import { picksAfter, thinArea, togglePick } from "./map-selection.ts";
import { addStep, type ViewSteps } from "./view-steps.ts";

const noSteps: ViewSteps<MapSearchParams> = { past: [], future: [] };

/**
 * The map page's state, which is the URL: how it is drawn, what is shown and what is selected. Cmd/Ctrl+Z goes back a
 * step, with Shift forward; changes of memories are undone in the message that tells of them.
 */
export function useMapState() {
  const [state, setState] = useQueryStates(mapSearchParams, {
    history: "replace",
    shallow: true,
    clearOnDefault: true,
  });
  const [steps, setSteps] = useState(noSteps);
  const lastChange = useRef({ keys: "", at: 0 });

  function change(next: Partial<MapSearchParams>) {
    const keys = Object.keys(next).join();
    const now = Date.now();
    // A drag along a histogram is one step, not one for each pixel.
    const goesOn = lastChange.current.keys === keys && now - lastChange.current.at < 600;
    lastChange.current = { keys, at: now };
    if (!goesOn) setSteps((before) => addStep(before, state));
    setState(next);
  }
  function travel(from: "past" | "future") {
    const target = steps[from].at(-1);
    if (!target) return;
    const to = from === "past" ? "future" : "past";
    setSteps({ ...steps, [from]: steps[from].slice(0, -1), [to]: [...steps[to], state] });
    lastChange.current = { keys: "", at: 0 };
    setState(target);
  }
  useHotkeys({
    "$mod+z": () => travel("past"),
    "$mod+Shift+z": () => travel("future"),
    "$mod+y": () => travel("future"),
  });

  const inspect = useCallback((id: string | null) => void setState({ at: id }), [setState]);

  const { off, range, ids, areas, view } = state;
  return {
    ...state,
    change,
    undo: steps.past.length > 0 ? () => travel("past") : null,
    redo: steps.future.length > 0 ? () => travel("future") : null,
    setHidden: (category: MapCategory, names: readonly string[]) =>
      change({
        off: [
          ...off.filter((each) => each.category !== category),
          ...names.map((name) => ({ category, name })),
        ],
      }),
    /** null takes the condition away. */
    setRange: (measure: MapMeasure, ends: { low: number; high: number } | null) =>
      change({
        range: [
          ...range.filter((each) => each.measure !== measure),
          ...(ends ? [{ measure, low: roundEnd(ends.low), high: roundEnd(ends.high) }] : []),
        ],
      }),
    addArea: (on: ProjectedType, corners: Area, mode: SelectMode) => {
      const area = { on, mode, corners: thinArea(corners) };
      change(mode === "replace" ? { areas: [area], ids: [] } : { areas: [...areas, area] });
    },
    select: (next: string[]) => change({ areas: [], ids: next }),
    /** Ticked or not, one by one. */
    reselect: (before: ReadonlySet<string>, after: ReadonlySet<string>) =>
      change({ ids: picksAfter(ids, before, after) }),
    togglePick: (id: string, isSelected: boolean) => change({ ids: togglePick(ids, id, isSelected) }),
    clear: () => change({ areas: [], ids: [] }),
    /** Not a step of the view: one looks at many memories in a row. */
    inspect,
    /** null = everything. */
    look: (of: ProjectedType, viewport: Viewport | null) =>
      change({
        view: [...view.filter((each) => each.of !== of), ...(viewport ? [{ of, ...viewport }] : [])],
      }),
  };
}

/** For a short address: four decimals tell more than a histogram's pixel. */
function roundEnd(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
