"use client";
import type { ScatterLinks } from "#components/scatter/draw-context.ts";
import type { ScatterTool } from "#components/scatter/scatter-data.ts";
import { cn } from "#components/ui/class-names.ts";
import type { ProjectionSummary } from "#lib/maps/view.ts";
import { MapCanvas } from "./map-canvas.tsx";
import { MapPanel } from "./map-panel.tsx";
import type { useMapDrawing } from "./use-map-drawing.ts";
import { useMapLabels } from "./use-map-labels.ts";
import type { useMapSelected } from "./use-map-selected.ts";
import type { useMapState } from "./use-map-state.ts";
import type { MapLoad } from "./use-maps.ts";

type MapGridProps = {
  summaries: readonly ProjectionSummary[];
  loads: Readonly<Record<string, MapLoad>>;
  drawing: ReturnType<typeof useMapDrawing>;
  selected: ReturnType<typeof useMapSelected>;
  links: ReadonlyMap<string, ScatterLinks | null>;
  state: ReturnType<typeof useMapState>;
  tool: ScatterTool;
  onTool: (tool: ScatterTool) => void;
  onRetry: () => void;
  onFocus: (id: string | null) => void;
  onInspect: (id: string) => void;
  briefCard: boolean;
  dark: boolean;
};

const none: readonly never[] = [];

/** The maps of the types beside each other, or one alone, to the edges of the window's free part. */
export function MapGrid(props: MapGridProps) {
  const { summaries, loads, drawing, selected, links, state } = props;
  const large = state.type !== null;
  // Names come after the picture: the server would have to make both at the same time.
  const isDrawn = summaries.every(({ id }) => loads[id] !== undefined);
  const clusterNames = useMapLabels(
    summaries.map(({ id }) => id),
    state.labels && isDrawn,
  );
  return (
    <div
      className={cn(
        "grid min-w-0 flex-1 gap-px bg-line lg:h-full lg:auto-rows-fr",
        summaries.length > 1 && "md:grid-cols-2",
        summaries.length > 2 && "md:*:odd:last:col-span-2",
      )}
    >
      {summaries.map((summary) => {
        const { id, type } = summary;
        const map = drawing.maps.get(id);
        const look = drawing.looks.get(id);
        return (
          <MapPanel
            key={id}
            summary={summary}
            load={loads[id]}
            large={large}
            onLargeChange={(next) => state.change({ type: next ? type : null })}
            onRetry={props.onRetry}
          >
            {map && look ? (
              <MapCanvas
                map={map}
                label={`${map.filtered.shown.toLocaleString("en")} ${type === "all" ? "" : `${type} `}memories`}
                look={look}
                visible={map.filtered.visible}
                selected={selected.masks.get(id) ?? null}
                areas={selected.areas.get(type) ?? none}
                viewport={state.view.find(({ of }) => of === type) ?? null}
                onViewport={(viewport) => state.look(type, viewport)}
                tool={props.tool}
                onTool={props.onTool}
                large={large}
                dark={props.dark}
                contours={state.contours}
                labels={clusterNames[id] ?? none}
                links={links.get(id) ?? null}
                onSelect={(corners, mode) => state.addArea(type, corners, mode)}
                onClear={state.clear}
                onPick={(memory) => state.togglePick(memory, selected.set.has(memory))}
                onFocus={props.onFocus}
                inspected={state.at}
                onInspect={props.onInspect}
                briefCard={props.briefCard}
              />
            ) : null}
          </MapPanel>
        );
      })}
    </div>
  );
}
