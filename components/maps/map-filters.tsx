"use client";
import { useMemo } from "react";
import type { MapCategory } from "#lib/maps/map-binary.ts";
import type { MapMeasure } from "#lib/maps/map-measures.ts";
import { isMeasure, type MapColor } from "#lib/maps/map-search-params.ts";
import { type FilteredMap, type NameCount, summedHistogram } from "./filter-summary.ts";
import { MapFacets } from "./map-facets.tsx";
import { MeasureHistogram } from "./measure-histogram.tsx";
import type { useMapState } from "./use-map-state.ts";

const always: readonly MapMeasure[] = ["lisi", "effect", "effectQ", "retrievals", "ageDays"];

type MapFiltersProps = {
  maps: readonly FilteredMap[];
  counts: Record<MapCategory, NameCount[]>;
  color: MapColor;
  state: Pick<ReturnType<typeof useMapState>, "off" | "range" | "setHidden" | "setRange">;
};

/** Histograms and facets: each shows what the others leave, and leaves less itself. */
export function MapFilters({ maps, counts, color, state }: MapFiltersProps) {
  const { off, range } = state;
  const measures = [
    ...new Set([...(isMeasure(color) ? [color] : []), ...range.map(({ measure }) => measure), ...always]),
  ];
  const wanted = measures.join();
  const histograms = useMemo(
    () =>
      new Map(
        (wanted.split(",") as MapMeasure[]).map((measure) => [measure, summedHistogram(maps, measure)]),
      ),
    [maps, wanted],
  );
  return (
    <>
      {measures.map((measure) => (
        <MeasureHistogram
          key={measure}
          measure={measure}
          histogram={histograms.get(measure) ?? null}
          range={range.find((each) => each.measure === measure) ?? null}
          onRangeChange={(ends) => state.setRange(measure, ends)}
        />
      ))}
      <MapFacets counts={counts} off={off} onHiddenChange={state.setHidden} />
    </>
  );
}
