"use client";
import { useTheme } from "next-themes";
import { useMemo, useState } from "react";
import { cssOf } from "#components/scatter/pack-color.ts";
import { cn } from "#components/ui/class-names.ts";
import { isMeasure } from "#lib/projections/map-search-params.ts";
import type { ProjectionSummary } from "#lib/projections/view.ts";
import { crossFilter } from "./cross-filter.ts";
import { type FilteredMap, facetCounts } from "./filter-summary.ts";
import { MapCanvas } from "./map-canvas.tsx";
import { MapFilters } from "./map-filters.tsx";
import { MapLegend } from "./map-legend.tsx";
import { mapLook, measureDomain } from "./map-look.ts";
import { MapPanel, mapFacts } from "./map-panel.tsx";
import { mapSvg } from "./map-picture.ts";
import { MapQuestions } from "./map-questions.tsx";
import { selectedIds, selectionMask } from "./map-selection.ts";
import { MapToolbar } from "./map-toolbar.tsx";
import { RampLegend } from "./ramp-legend.tsx";
import { SelectionTable } from "./selection-table.tsx";
import type { MapTool } from "./use-map-pointer.ts";
import { useMapState } from "./use-map-state.ts";
import { type LoadedMap, useMaps } from "./use-maps.ts";
import { forgetMemoryRows } from "./use-memory-rows.ts";

/** The maps side by side or one large, with one legend, one filter and one selection for all. */
export function MapWorkbench({ summaries }: { summaries: readonly ProjectionSummary[] }) {
  const state = useMapState();
  const dark = useTheme().resolvedTheme === "dark";
  const [tool, setTool] = useState<MapTool>("lasso");
  const { type, color, shape, size, area, on, ids, off, range } = state;
  const shown = type ? summaries.filter((summary) => summary.type === type) : summaries;
  const source = summaries.find((summary) => summary.type === on);
  // The map of the selected area is needed also while another one is shown large.
  const wanted = [...new Set([...shown, ...(source ? [source] : [])].map((summary) => summary.id))];
  const { loads, retry, reload } = useMaps(wanted);

  const filtered = useMemo(() => {
    const found = new Map<string, FilteredMap & LoadedMap>();
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
    () => countedIds.split(",").flatMap((id) => filtered.get(id) ?? []),
    [filtered, countedIds],
  );
  const domain = useMemo(
    () =>
      isMeasure(color)
        ? measureDomain(
            color,
            counted.map(({ points }) => points),
          )
        : ([0, 1] as const),
    // A filter does not change what the colours mean.
    [color, counted],
  );
  const looks = useMemo(
    () =>
      new Map(
        Object.entries(loads).flatMap(([id, load]) =>
          load.state === "ready"
            ? [[id, mapLook(load.points, { color, domain, shape, size }, dark)] as const]
            : [],
        ),
      ),
    [loads, color, domain, shape, size, dark],
  );

  const sourceMap = source ? (filtered.get(source.id) ?? null) : null;
  const selection = selectedIds(sourceMap, area, sourceMap?.filtered.visible ?? null, ids);
  const selectedSet = new Set(selection);
  const category = isMeasure(color) ? null : color;
  const hiddenOf = new Set(off.filter((each) => each.category === category).map(({ name }) => name));

  function svg(): string | null {
    const pictured = source && shown.includes(source) ? source : shown[0];
    const map = pictured && filtered.get(pictured.id);
    const look = pictured && looks.get(pictured.id);
    if (!pictured || !map || !look) return null;
    const names = category ? map.points.categories[category].names : [];
    return mapSvg({
      points: map.points,
      look,
      visible: map.filtered.visible,
      selected: selectionMask(map.points.ids, selectedSet),
      title: `${pictured.type === "all" ? "All" : pictured.type} memories by ${color}`,
      note: mapFacts(pictured).join(" · "),
      legend: names.map((name, code) => ({ name, color: cssOf(look.color.palette[code] ?? 0) })),
      dark,
    });
  }

  return (
    <div className="flex min-w-0 flex-col gap-4">
      <MapToolbar state={state} tool={tool} onToolChange={setTool} />
      <MapQuestions onAsk={state.change} />
      {category ? (
        <MapLegend
          category={category}
          names={facetCounts(counted)[category]}
          hidden={hiddenOf}
          onHiddenChange={(names) => state.setHidden(category, names)}
        />
      ) : isMeasure(color) ? (
        <RampLegend measure={color} domain={domain} dark={dark} />
      ) : null}
      <div className="grid min-w-0 grid-cols-1 gap-5 lg:grid-cols-[13rem_minmax(0,1fr)]">
        <MapFilters maps={counted} color={color} state={state} />
        <div className="flex min-w-0 flex-col gap-4">
          <div
            className={cn(
              "grid min-w-0 gap-3",
              shown.length > 1 && "md:grid-cols-2 md:*:odd:last:col-span-2",
            )}
          >
            {shown.map((summary) => {
              const map = filtered.get(summary.id);
              const look = looks.get(summary.id);
              return (
                <MapPanel
                  key={summary.id}
                  summary={summary}
                  load={loads[summary.id]}
                  large={type !== null}
                  onLargeChange={(large) => state.change({ type: large ? summary.type : null })}
                  onRetry={retry}
                >
                  {map && look ? (
                    <MapCanvas
                      map={map}
                      label={`${map.filtered.shown} ${summary.type === "all" ? "" : `${summary.type} `}memories`}
                      look={look}
                      visible={map.filtered.visible}
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
          <SelectionTable
            maps={counted}
            measure={isMeasure(color) ? color : null}
            selection={selection}
            onSelect={state.select}
            onPick={state.togglePick}
            onClear={() => state.setArea("all", [])}
            onChanged={() => {
              forgetMemoryRows();
              reload();
            }}
            svg={svg}
          />
        </div>
      </div>
    </div>
  );
}
