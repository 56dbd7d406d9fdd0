"use client";
import { useTheme } from "next-themes";
import { type ReactNode, useDeferredValue, useMemo, useState } from "react";
import { cssOf } from "#components/scatter/pack-color.ts";
import type { ScatterTool } from "#components/scatter/scatter-data.ts";
import { isMeasure } from "#lib/maps/map-search-params.ts";
import type { ProjectionSummary } from "#lib/maps/view.ts";
import { facetCounts } from "./filter-summary.ts";
import { MapFilters } from "./map-filters.tsx";
import { MapGrid } from "./map-grid.tsx";
import { MapLegend } from "./map-legend.tsx";
import { mapFacts } from "./map-panel.tsx";
import { mapSvg } from "./map-picture.ts";
import { MapQuestions } from "./map-questions.tsx";
import { MapToolbar } from "./map-toolbar.tsx";
import { NearPanel } from "./near-panel.tsx";
import { RampLegend } from "./ramp-legend.tsx";
import { SelectionTable } from "./selection-table.tsx";
import { useMapDrawing } from "./use-map-drawing.ts";
import { useMapSelected, useNearLinks } from "./use-map-selected.ts";
import { useMapState } from "./use-map-state.ts";
import { useMaps } from "./use-maps.ts";

type MapWorkbenchProps = {
  summaries: readonly ProjectionSummary[];
  /** How many memories lose tasks, beside what chance alone gives. */
  effectNote: ReactNode;
};

/** The maps side by side or one large, with one legend, one filter and one selection for all. */
export function MapWorkbench({ summaries, effectNote }: MapWorkbenchProps) {
  const state = useMapState();
  const dark = useTheme().resolvedTheme === "dark";
  const [tool, setTool] = useState<ScatterTool>("lasso");
  const { type, color, off } = state;
  const shown = type ? summaries.filter((summary) => summary.type === type) : summaries;
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
  const { maps, counted, looks, domain } = drawing;
  const selected = useMapSelected(maps, summaries, state);
  const { near, links, ofMemory } = useNearLinks(maps, state, selected.ids);
  const category = isMeasure(color) ? null : color;
  // The picture answers at once; counts and rows of a hundred thousand points may follow.
  const settled = useDeferredValue(counted);
  const counts = useMemo(() => facetCounts(settled), [settled]);

  function svg(): string | null {
    const last = state.areas.at(-1)?.on;
    const pictured = shown.find((summary) => summary.type === last) ?? shown[0];
    const map = pictured && maps.get(pictured.id);
    const look = pictured && looks.get(pictured.id);
    if (!pictured || !map || !look) return null;
    const names = category ? map.points.categories[category].names : [];
    return mapSvg({
      points: map.points,
      look,
      visible: map.filtered.visible,
      selected: selected.masks.get(pictured.id) ?? null,
      title: `${pictured.type === "all" ? "All" : pictured.type} memories by ${color}`,
      note: mapFacts(pictured).join(" · "),
      legend: names.map((name, code) => ({ name, color: cssOf(look.color.palette[code] ?? 0) })),
      dark,
    });
  }

  return (
    <div className="flex min-w-0 flex-col gap-4">
      <MapToolbar state={state} tool={tool} onToolChange={setTool} />
      <MapQuestions onAsk={state.change} note={effectNote} />
      {category ? (
        <MapLegend
          category={category}
          names={counts[category]}
          hidden={new Set(off.filter((each) => each.category === category).map(({ name }) => name))}
          onHiddenChange={(names) => state.setHidden(category, names)}
        />
      ) : isMeasure(color) ? (
        <RampLegend measure={color} domain={domain} />
      ) : null}
      <div className="grid min-w-0 grid-cols-1 gap-5 lg:grid-cols-[13rem_minmax(0,1fr)]">
        <MapFilters maps={settled} counts={counts} color={color} state={state} />
        <div className="flex min-w-0 flex-col gap-4">
          <MapGrid
            {...{ summaries: shown, loads, drawing, selected, links, state, tool, dark }}
            onTool={setTool}
            onRetry={retry}
          />
          <NearPanel
            query={state.query}
            onQueryChange={(query) => state.change({ query })}
            ofMemory={ofMemory}
            near={near}
            onSelect={state.select}
          />
          <SelectionTable
            maps={settled}
            measure={isMeasure(color) ? color : null}
            selection={selected.ids}
            onSelect={state.select}
            onPick={(id) => state.togglePick(id, selected.set.has(id))}
            onClear={state.clear}
            onChanged={reload}
            svg={svg}
          />
        </div>
      </div>
    </div>
  );
}
