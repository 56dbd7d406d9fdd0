"use client";
import { useState } from "react";
import { MapCanvas } from "#components/maps/map-canvas.tsx";
import { MapPanel } from "#components/maps/map-panel.tsx";
import { selectionMask } from "#components/maps/map-selection.ts";
import type { ScatterTool } from "#components/scatter/scatter-data.ts";
import type { Viewport } from "#components/scatter/viewport.ts";
import type { useTwoMaps } from "./use-two-maps.ts";

const none: readonly never[] = [];

type TwoMaps = ReturnType<typeof useTwoMaps>;
type VersionMapProps = {
  side: TwoMaps["sides"][number];
  two: TwoMaps;
  dark: boolean;
  onFocus: (id: string | null) => void;
  onInspect: (id: string) => void;
  briefCard: boolean;
};

/** One of the two maps; where one looks is its own. */
export function VersionMap({ side, two, dark, ...on }: VersionMapProps) {
  const { summary, key, name } = side;
  const [viewport, setViewport] = useState<Viewport | null>(null);
  const [tool, setTool] = useState<ScatterTool>("lasso");
  const map = two.maps.get(key);
  const look = two.looks.get(key);
  return (
    <MapPanel summary={summary} load={two.loads[key]} onRetry={two.retry}>
      {map && look ? (
        <MapCanvas
          map={map}
          label={`${map.points.ids.length} ${summary.type} memories, ${name === "a" ? "first" : "second"} map`}
          look={look}
          visible={map.filtered.visible}
          selected={selectionMask(map.points.ids, two.selected)}
          areas={two.params.side === name && two.area.length > 0 ? [two.area] : none}
          viewport={viewport}
          onViewport={setViewport}
          tool={tool}
          onTool={setTool}
          large={false}
          dark={dark}
          contours={false}
          labels={none}
          links={null}
          onSelect={(corners) => two.drawOn(name, corners)}
          onClear={two.clear}
          onPick={two.toggle}
          onFocus={on.onFocus}
          inspected={two.params.at}
          onInspect={on.onInspect}
          briefCard={on.briefCard}
        />
      ) : null}
    </MapPanel>
  );
}
