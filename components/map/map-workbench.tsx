"use client";
import { useTheme } from "next-themes";
import { useMemo, useState } from "react";
import { cssOf } from "#components/scatter/pack-color.ts";
import type { ScatterTool } from "#components/scatter/scatter-data.ts";
import { cn } from "#components/ui/class-names.ts";
import { isMeasure } from "#lib/projections/map-search-params.ts";
import type { ProjectedType } from "#lib/projections/schema.ts";
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
import { useMapLabels } from "./use-map-labels.ts";
import { useMapState } from "./use-map-state.ts";
import { type LoadedMap, useMaps } from "./use-maps.ts";
import { forgetMemoryRows } from "./use-memory-rows.ts";

const none: readonly never[] = [];

/** The maps side by side or one large, with one legend, one filter and one selection for all. */
export function MapWorkbench({ summaries }: { summaries: readonly ProjectionSummary[] }) {
  const state = useMapState();
  const dark = useTheme().resolvedTheme === "dark";
  const [tool, setTool] = useState<ScatterTool>("lasso");
  const { type, color, shape, size, areas, ids, off, range } = state;
  const shown = type ? summaries.filter((summary) => summary.type === type) : summaries;
  // The maps of the selected areas are needed also while another one is shown large.
  const wanted = summaries
    .filter((summary) => shown.includes(summary) || areas.some(({ on }) => on === summary.type))
    .map((summary) => summary.id);
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

  const clusterNames = useMapLabels(
    shown.map((summary) => summary.id),
    state.labels,
  );
  const selection = useMemo(() => {
    const mapOf = (of: ProjectedType) =>
      filtered.get(summaries.find((each) => each.type === of)?.id ?? "") ?? null;
    return selectedIds(mapOf, areas, ids);
  }, [filtered, summaries, areas, ids]);
  const drawn = useMemo(() => {
    const byType = Map.groupBy(areas, ({ on }) => on);
    return new Map([...byType].map(([of, its]) => [of, its.map(({ corners }) => corners)]));
  }, [areas]);
  const selectedSet = useMemo(() => new Set(selection), [selection]);
  const masks = useMemo(
    () => new Map([...filtered].map(([id, { points }]) => [id, selectionMask(points.ids, selectedSet)])),
    [filtered, selectedSet],
  );
  const category = isMeasure(color) ? null : color;
  const hiddenOf = new Set(off.filter((each) => each.category === category).map(({ name }) => name));

  function svg(): string | null {
    const last = areas.at(-1)?.on;
    const pictured = shown.find((summary) => summary.type === last) ?? shown[0];
    const map = pictured && filtered.get(pictured.id);
    const look = pictured && looks.get(pictured.id);
    if (!pictured || !map || !look) return null;
    const names = category ? map.points.categories[category].names : [];
    return mapSvg({
      points: map.points,
      look,
      visible: map.filtered.visible,
      selected: masks.get(pictured.id) ?? null,
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
                      selected={masks.get(summary.id) ?? null}
                      areas={drawn.get(summary.type) ?? none}
                      viewport={state.view.find(({ of }) => of === summary.type) ?? null}
                      onViewport={(viewport) => state.look(summary.type, viewport)}
                      tool={tool}
                      onTool={setTool}
                      large={type !== null}
                      dark={dark}
                      contours={state.contours}
                      labels={clusterNames[summary.id] ?? none}
                      links={null}
                      onSelect={(corners, mode) => state.addArea(summary.type, corners, mode)}
                      onClear={state.clear}
                      onPick={(id) => state.togglePick(id, selectedSet.has(id))}
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
            onPick={(id) => state.togglePick(id, selectedSet.has(id))}
            onClear={state.clear}
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
