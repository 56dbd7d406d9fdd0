"use client";
import { useTheme } from "next-themes";
import { type ReactNode, useDeferredValue, useMemo, useState } from "react";
import type { ScatterTool } from "#components/scatter/scatter-data.ts";
import { Button } from "#components/ui/button.tsx";
import { isMeasure } from "#lib/maps/map-search-params.ts";
import type { ProjectionSummary } from "#lib/maps/view.ts";
import { FilterDrawer } from "./filter-drawer.tsx";
import { facetCounts, rankedIds } from "./filter-summary.ts";
import { createHoverStore } from "./hover-store.ts";
import { InspectorRest } from "./inspector-rest.tsx";
import { LegendBar } from "./legend-bar.tsx";
import { MapFilters } from "./map-filters.tsx";
import { MapGrid } from "./map-grid.tsx";
import { MapInspector } from "./map-inspector.tsx";
import type { MapPanels } from "./map-panels.ts";
import { MapTable } from "./map-table.tsx";
import { MapToolbar } from "./map-toolbar.tsx";
import { pictureOf } from "./picture-of.ts";
import { SelectionBar } from "./selection-bar.tsx";
import { shownMaps } from "./shown-maps.ts";
import { TableDrawer } from "./table-drawer.tsx";
import { useMapDrawing } from "./use-map-drawing.ts";
import { useMapPanels } from "./use-map-panels.ts";
import { useMapSelected, useNearLinks } from "./use-map-selected.ts";
import { useMapState } from "./use-map-state.ts";
import { useMaps } from "./use-maps.ts";
import { useOpenKey } from "./use-open-key.ts";
import { WorkbenchFrame } from "./workbench-frame.tsx";

type MapWorkbenchProps = {
  summaries: readonly ProjectionSummary[];
  /** What was open the last time. */
  panels: MapPanels;
  /** What is known of the maps themselves. */
  about: ReactNode;
  /** How many memories lose tasks, beside what chance alone gives. */
  effectNote: ReactNode;
};

/** An address with more ids is refused by some servers. */
const mostPicked = 200;

/** The maps side by side or one alone, with one legend, one filter, one inspector and one selection for all. */
export function MapWorkbench({ summaries, about, effectNote, ...props }: MapWorkbenchProps) {
  const state = useMapState();
  const panels = useMapPanels(props.panels);
  const dark = useTheme().resolvedTheme === "dark";
  const [tool, setTool] = useState<ScatterTool>("lasso");
  const [hover] = useState(createHoverStore);
  const shown = shownMaps(summaries, state.type);
  // The maps of the selected areas are needed also while another one is shown large.
  const wanted = summaries.filter(
    (summary) => shown.includes(summary) || state.areas.some(({ on }) => on === summary.type),
  );
  const { loads, retry, reload } = useMaps(
    wanted.map((summary) => summary.id),
    // A map on which memories were placed keeps its id.
    summaries.map(({ drift }) => drift.placed).join(),
  );
  const drawing = useMapDrawing(loads, shown, state, dark);
  const selected = useMapSelected(drawing.maps, summaries, state);
  const { near, links } = useNearLinks(drawing.maps, state);
  // The picture answers at once; counts and rows of a hundred thousand points may follow.
  const settled = useDeferredValue(drawing.counted);
  const counts = useMemo(() => facetCounts(settled), [settled]);
  const measure = isMeasure(state.color) ? state.color : null;
  const ranked = useMemo(() => rankedIds(settled, measure), [settled, measure]);
  useOpenKey(state.at);

  const isSelection = selected.ids.length > 0;
  const ids = isSelection ? selected.ids : ranked;
  const count = ids.length.toLocaleString("en");
  return (
    <WorkbenchFrame
      current={state.type ? "one" : "types"}
      onView={(view) => {
        if (view !== "one" && view !== "types") return false;
        const first = summaries.find(({ type }) => type === "all") ?? summaries[0];
        state.change({ type: view === "one" ? (first?.type ?? null) : null });
        return true;
      }}
      about={about}
      tools={
        <MapToolbar
          {...{ state, panels, tool, ids }}
          svg={() => pictureOf({ shown, drawing, selected, state, dark })}
          types={summaries.map(({ type }) => type)}
          onToolChange={setTool}
        />
      }
    >
      <LegendBar state={state} counts={counts} domain={drawing.domain} maps={settled} />
      <div className="flex min-h-24 flex-1">
        <FilterDrawer panels={panels}>
          <MapFilters maps={settled} counts={counts} color={state.color} state={state} />
        </FilterDrawer>
        <div className="relative flex min-w-0 flex-1">
          <MapGrid
            {...{ summaries: shown, loads, drawing, selected, links, state, tool, dark }}
            onTool={setTool}
            onRetry={retry}
            onFocus={hover.set}
            onInspect={state.inspect}
            briefCard={panels.inspector}
          />
          <SelectionBar ids={selected.ids} onClear={state.clear} onChanged={reload} />
        </div>
        {panels.inspector ? (
          <MapInspector
            hover={hover}
            chosen={state.at}
            onChoose={state.inspect}
            selected={selected.set}
            onPick={(id) => state.togglePick(id, selected.set.has(id))}
          >
            <InspectorRest
              query={state.query}
              near={near}
              onChoose={state.inspect}
              onSelect={state.select}
              effectNote={effectNote}
            />
          </MapInspector>
        ) : null}
      </div>
      <TableDrawer
        panels={panels}
        title={`${count} ${isSelection ? "selected" : "shown"}`}
        actions={
          !isSelection && ids.length > 0 && ids.length <= mostPicked ? (
            <Button size="small" onClick={() => state.select([...ids])}>
              Select these {count}
            </Button>
          ) : null
        }
      >
        <MapTable
          label={isSelection ? "Selected memories" : "Memories shown"}
          ids={ids}
          maps={settled}
          measure={measure}
          selected={selected.ids}
          onSelectedChange={(next) => state.reselect(selected.set, new Set(next))}
          onChoose={state.inspect}
        />
      </TableDrawer>
    </WorkbenchFrame>
  );
}
