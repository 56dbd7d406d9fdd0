"use client";
import { useEffect, useEffectEvent, useMemo, useState } from "react";
import type { Area } from "#components/scatter/area.ts";
import { contourLines } from "#components/scatter/contour-lines.ts";
import { densityField, massLevels } from "#components/scatter/density.ts";
import type { ScatterLinks } from "#components/scatter/draw-context.ts";
import type { ScatterLook } from "#components/scatter/look.ts";
import type { ScatterLabel } from "#components/scatter/place-labels.ts";
import { Scatter } from "#components/scatter/scatter.tsx";
import type { ScatterTool, SelectMode } from "#components/scatter/scatter-data.ts";
import { boundsOf, type Viewport } from "#components/scatter/viewport.ts";
import { MapHoverCard } from "./map-hover-card.tsx";
import type { LoadedMap } from "./use-maps.ts";

type MapCanvasProps = {
  map: LoadedMap;
  /** What is on it, spoken: "431 insight memories". */
  label: string;
  look: ScatterLook;
  visible: Uint8Array;
  selected: Uint8Array | null;
  /** The areas drawn on this map. */
  areas: readonly Area[];
  /** Where the address says one looks; null = at everything. */
  viewport: Viewport | null;
  onViewport: (viewport: Viewport | null) => void;
  tool: ScatterTool;
  onTool: (tool: ScatterTool) => void;
  /** The only map on the page: in narrow windows a finger then draws instead of scrolling past. */
  large: boolean;
  dark: boolean;
  contours: boolean;
  labels: readonly ScatterLabel[];
  links: ScatterLinks | null;
  onSelect: (area: Area, mode: SelectMode) => void;
  onClear: () => void;
  /** Adds or removes one memory of the selection. */
  onPick: (id: string) => void;
  /** The memory one is at by keyboard, or hovers. */
  onFocus?: (id: string | null) => void;
  /** The memory in the inspector; null = none. */
  inspected: string | null;
  onInspect: (id: string) => void;
  /** What the inspector says anyway is left out beside the pointer. */
  briefCard: boolean;
};

/** Half and nine tenths of the points lie inside. */
const contourShares = [0.5, 0.75, 0.9];

/** One map of memories. */
export function MapCanvas(props: MapCanvasProps) {
  const { map, visible, onPick, inspected } = props;
  const { points, data } = map;
  const [viewport, setViewport] = useSettledViewport(props.viewport, props.onViewport);
  const idOf = (index: number) => points.ids[index] ?? "";
  const contours = useMemo(() => {
    if (!props.contours || points.ids.length < 3) return [];
    const field = densityField(points.x, points.y, visible, boundsOf(points.x, points.y));
    return massLevels(field, contourShares).flatMap((level) => contourLines(field, level));
  }, [props.contours, points, visible]);

  const opened = useMemo(() => {
    const index = inspected === null ? -1 : points.ids.indexOf(inspected);
    return index < 0 ? null : index;
  }, [points, inspected]);

  return (
    <Scatter
      data={data}
      look={props.look}
      visible={visible}
      selected={props.selected}
      areas={props.areas}
      viewport={viewport}
      onViewport={setViewport}
      tool={props.tool}
      onTool={props.onTool}
      onSelect={props.onSelect}
      onClear={props.onClear}
      onPick={(index) => onPick(idOf(index))}
      onOpen={(index) => props.onInspect(idOf(index))}
      opened={opened}
      onHover={(focus) => props.onFocus?.(focus ? idOf(focus.index) : null)}
      card={(focus, at, size) => (
        <MapHoverCard
          points={points}
          index={focus.index}
          at={at}
          size={size}
          by={focus.by}
          brief={props.briefCard}
        />
      )}
      links={props.links}
      labels={props.labels}
      contours={contours}
      label={`Map of ${props.label}`}
      theme={props.dark ? "dark" : "light"}
      large={props.large}
      wheel
      className="h-full"
    />
  );
}

/** A viewport that follows the hand at once and the address when the hand rests. */
function useSettledViewport(
  stored: Viewport | null,
  onSettled: (viewport: Viewport | null) => void,
): [Viewport | null, (viewport: Viewport | null) => void] {
  const key = stored ? `${stored.centerX} ${stored.centerY} ${stored.scale}` : "";
  const [moving, setMoving] = useState<{ viewport: Viewport | null; over: string } | null>(null);
  const settle = useEffectEvent(onSettled);
  useEffect(() => {
    if (!moving) return;
    const timer = setTimeout(() => {
      settle(moving.viewport);
    }, 400);
    return () => clearTimeout(timer);
  }, [moving]);
  // The address changed since (undo, or this very move arriving): it decides again.
  const current = moving && moving.over === key ? moving.viewport : stored;
  return [current, (viewport) => setMoving({ viewport, over: key })];
}
