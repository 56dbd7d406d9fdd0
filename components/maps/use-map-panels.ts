"use client";
import { useState } from "react";
import { useHotkeys } from "#components/shell/use-hotkeys.ts";
import { writeCookie } from "#components/ui/write-cookie.ts";
import { type MapPanels, panelCookie, panelsText, tableHeights } from "./map-panels.ts";
import { useWide } from "./use-wide.ts";

/** The sheets of a narrow window, of which one at a time is open. */
export type MapSheet = "filters" | "table";

/**
 * What is open around the map. In wide windows panels stand beside it, and a cookie remembers them, so that no page
 * jumps; in narrow ones filters and table are sheets, closed at first. Keys: f, i and t.
 */
export function useMapPanels(remembered: MapPanels) {
  const [panels, setPanels] = useState(remembered);
  const [sheet, setSheet] = useState<MapSheet | null>(null);
  const wide = useWide();

  function change(next: Partial<MapPanels>) {
    const after = { ...panels, ...next };
    writeCookie(panelCookie, panelsText(after));
    setPanels(after);
  }
  const toggleFilters = () => (wide ? change({ filters: !panels.filters }) : setSheet("filters"));
  const toggleInspector = () => change({ inspector: !panels.inspector });
  /** Closed, half, tall, and closed again. */
  function turnTable() {
    if (!wide) return setSheet("table");
    const at = tableHeights.indexOf(panels.table);
    change({ table: tableHeights[(at + 1) % tableHeights.length] ?? "closed" });
  }
  useHotkeys({ f: toggleFilters, i: toggleInspector, t: turnTable });
  return { ...panels, wide, sheet, setSheet, change, toggleFilters, toggleInspector, turnTable };
}
