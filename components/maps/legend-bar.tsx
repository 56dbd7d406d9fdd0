"use client";
import type { Domain } from "#components/scatter/number-ramp.ts";
import { Button } from "#components/ui/button.tsx";
import type { MapCategory } from "#lib/maps/map-binary.ts";
import { isMeasure } from "#lib/maps/map-search-params.ts";
import type { FilteredMap, NameCount } from "./filter-summary.ts";
import { MapLegend } from "./map-legend.tsx";
import { RampLegend } from "./ramp-legend.tsx";
import type { useMapState } from "./use-map-state.ts";

type LegendBarProps = {
  state: ReturnType<typeof useMapState>;
  counts: Record<MapCategory, NameCount[]>;
  domain: Domain;
  maps: readonly FilteredMap[];
};

/** What the colors mean, and how many memories are in sight: the line between the controls and the maps. */
export function LegendBar({ state, counts, domain, maps }: LegendBarProps) {
  const { color, off, range } = state;
  const shown = maps.reduce((sum, { filtered }) => sum + filtered.shown, 0);
  const all = maps.reduce((sum, { points }) => sum + points.ids.length, 0);
  return (
    <div className="relative flex h-6 shrink-0 items-center justify-between gap-3 overflow-x-auto overflow-y-hidden bg-surface px-2 text-xs">
      {isMeasure(color) ? (
        <RampLegend measure={color} domain={domain} />
      ) : (
        <MapLegend
          category={color}
          names={counts[color]}
          hidden={new Set(off.filter(({ category }) => category === color).map(({ name }) => name))}
          onHiddenChange={(names) => state.setHidden(color, names)}
        />
      )}
      <span
        className="sticky right-0 flex h-6 shrink-0 items-center gap-2 bg-surface pl-2 whitespace-nowrap text-muted"
        aria-live="polite"
      >
        {shown.toLocaleString("en")}
        {shown < all ? ` of ${all.toLocaleString("en")}` : ""} shown
        {off.length + range.length > 0 ? (
          <Button
            size="small"
            variant="link"
            className="h-6"
            onClick={() => state.change({ off: [], range: [] })}
          >
            Clear filters
          </Button>
        ) : null}
      </span>
    </div>
  );
}
