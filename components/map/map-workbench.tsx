"use client";
import { useMemo, useState } from "react";
import { cn } from "#components/ui/class-names.ts";
import type { ProjectionSummary } from "#lib/projections/view.ts";
import { legendEntries, visibleMask } from "./category-look.ts";
import { MapCanvas } from "./map-canvas.tsx";
import { MapLegend } from "./map-legend.tsx";
import { MapPanel } from "./map-panel.tsx";
import { selectedIds, selectionMask } from "./map-selection.ts";
import { MapToolbar } from "./map-toolbar.tsx";
import { SelectionTable } from "./selection-table.tsx";
import type { MapTool } from "./use-map-pointer.ts";
import { useMapState } from "./use-map-state.ts";
import { useMaps } from "./use-maps.ts";

/** The maps side by side or one large, with one legend and one selection for all. */
export function MapWorkbench({ summaries }: { summaries: readonly ProjectionSummary[] }) {
  const state = useMapState();
  const [tool, setTool] = useState<MapTool>("box");
  const { type, color, hide, area, on, ids } = state;
  const shown = type ? summaries.filter((summary) => summary.type === type) : summaries;
  const source = summaries.find((summary) => summary.type === on);
  // The map of the selected area is needed also while another one is shown large.
  const wanted = new Set([...shown, ...(source ? [source] : [])].map((summary) => summary.id));
  const { loads, retry } = useMaps([...wanted]);
  const hidden = useMemo(() => new Set(hide), [hide]);
  const ready = (id: string) => {
    const load = loads[id];
    return load?.state === "ready" ? load : null;
  };

  const sourceMap = source ? ready(source.id) : null;
  const sourceMask = sourceMap ? visibleMask(sourceMap.points.categories[color], hidden) : null;
  const selection = selectedIds(sourceMap, area, sourceMask, ids);
  const selectedSet = new Set(selection);
  // The map of all types holds the others' points once more.
  const counted = shown.filter((summary) => shown.length === 1 || summary.type !== "all");
  const entries = legendEntries(
    counted.flatMap((summary) => ready(summary.id)?.points ?? []),
    color,
  );

  return (
    <div className="flex min-w-0 flex-col gap-4">
      <MapToolbar
        type={type}
        onTypeChange={state.setType}
        color={color}
        onColorChange={state.setColor}
        tool={tool}
        onToolChange={setTool}
      />
      <MapLegend color={color} entries={entries} hidden={hide} onHiddenChange={state.setHide} />
      <div
        className={cn("grid min-w-0 gap-3", shown.length > 1 && "md:grid-cols-2 md:*:odd:last:col-span-2")}
      >
        {shown.map((summary) => {
          const map = ready(summary.id);
          return (
            <MapPanel
              key={summary.id}
              summary={summary}
              load={loads[summary.id]}
              large={type !== null}
              onLargeChange={(large) => state.setType(large ? summary.type : null)}
              onRetry={retry}
            >
              {map ? (
                <MapCanvas
                  map={map}
                  label={`${map.points.ids.length} ${summary.type === "all" ? "" : `${summary.type} `}memories`}
                  color={color}
                  visible={visibleMask(map.points.categories[color], hidden)}
                  selected={selectionMask(map.points.ids, selectedSet)}
                  area={on === summary.type ? area : []}
                  tool={tool}
                  large={type !== null}
                  onArea={(next) => state.setArea(summary.type, next)}
                  onPick={state.togglePick}
                />
              ) : null}
            </MapPanel>
          );
        })}
      </div>
      <SelectionTable ids={selection} onClear={() => state.setArea("all", [])} />
    </div>
  );
}
