"use client";
import { useRouter } from "next/navigation";
import { useId, useRef, useState } from "react";
import type { ScatterLook } from "#components/scatter/look.ts";
import { cn } from "#components/ui/class-names.ts";
import { MapHoverCard } from "./map-hover-card.tsx";
import { MapZoomButtons } from "./map-zoom-buttons.tsx";
import type { Area } from "./point-grid.ts";
import { useDrawMap } from "./use-draw-map.ts";
import { useElementSize } from "./use-element-size.ts";
import { useMapKeys } from "./use-map-keys.ts";
import { type MapTool, useMapPointer } from "./use-map-pointer.ts";
import { useMapView } from "./use-map-view.ts";
import type { LoadedMap } from "./use-maps.ts";
import { usePinchZoom } from "./use-pinch-zoom.ts";
import { useSprites } from "./use-sprites.ts";
import { toPixel } from "./viewport.ts";

type MapCanvasProps = {
  map: LoadedMap;
  /** What is on it, spoken: "431 insight memories". */
  label: string;
  look: ScatterLook;
  visible: Uint8Array;
  selected: Uint8Array | null;
  /** The selected area, if it was drawn on this map. */
  area: Area;
  tool: MapTool;
  /** The only map on the page: a finger then draws on it instead of scrolling past. */
  large: boolean;
  onArea: (area: Area) => void;
  /** Adds or removes one memory of the selection. */
  onPick: (id: string) => void;
};

type Focus = { index: number; by: "mouse" | "touch" | "keys" };
const nowhere: Focus = { index: -1, by: "mouse" };

/** One map: drawn on a canvas, used by pointer and by keyboard alike. */
export function MapCanvas(props: MapCanvasProps) {
  const { map, visible, onArea, onPick } = props;
  const { points, grid } = map;
  const router = useRouter();
  const helpId = useId();
  const frameRef = useRef<HTMLDivElement>(null);
  const pointsRef = useRef<HTMLCanvasElement>(null);
  const overlayRef = useRef<HTMLCanvasElement>(null);
  const size = useElementSize(frameRef);
  const view = useMapView(grid, size);
  const { viewport } = view;
  const { codes, ...sprites } = useSprites(props.look, size);
  const [focus, setFocus] = useState(nowhere);
  const focused = visible[focus.index] === 1 ? focus.index : -1;
  const place = (index: number) => ({ x: points.x[index] ?? 0, y: points.y[index] ?? 0 });
  const open = (id: string) => router.push(`/memories/${id}`);

  const { drawing, handlers } = useMapPointer({
    grid,
    visible,
    viewport,
    size,
    tool: props.tool,
    onPan: view.pan,
    onHover: (index) => setFocus({ index, by: "mouse" }),
    onArea,
    onClick: (index, event) => {
      const id = points.ids[index];
      if (!id) setFocus(nowhere);
      else if (event.shiftKey || event.ctrlKey || event.metaKey) onPick(id);
      // A finger has no hover: its first tap shows the card, whose title is the link.
      else if (event.pointerType === "mouse") open(id);
      else setFocus({ index, by: "touch" });
    },
  });
  const onKeyDown = useMapKeys({
    map,
    visible,
    focused,
    onFocus: (index) => {
      setFocus({ index, by: "keys" });
      if (index >= 0) view.reveal(place(index));
    },
    onOpen: open,
    onPick,
    onClear: () => onArea([]),
    onZoom: view.zoom,
    onReset: view.reset,
  });
  usePinchZoom(frameRef, view.zoom);
  const area = drawing.length > 0 ? drawing : props.area;
  useDrawMap({
    pointsRef,
    overlayRef,
    scene: { x: points.x, y: points.y, codes, visible, selected: props.selected },
    ...sprites,
    area,
    focus: focused < 0 ? null : place(focused),
    viewport,
    size,
  });

  return (
    <div ref={frameRef} className={cn("relative min-w-0", props.large ? "h-[min(36rem,70dvh)]" : "h-64")}>
      <div
        role="application"
        aria-label={`Map of ${props.label}`}
        aria-describedby={helpId}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the map is a widget of its own with arrow keys.
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => setFocus((before) => (before.by === "keys" ? nowhere : before))}
        className={cn(
          "absolute inset-0 rounded-md focus-visible:-outline-offset-2",
          props.large ? "touch-none" : "touch-pan-y",
          focused >= 0 ? "cursor-pointer" : props.tool === "pan" ? "cursor-grab" : "cursor-crosshair",
        )}
        {...handlers}
      >
        <canvas ref={pointsRef} className="absolute size-full" />
        <canvas ref={overlayRef} className="absolute size-full" />
      </div>
      <p id={helpId} className="sr-only">
        Arrow keys go to the nearest memory, Enter opens it, x selects it, plus and minus zoom, 0 shows
        everything, Escape clears the selection. The table of the selection lists the same memories.
      </p>
      <MapZoomButtons onZoom={view.zoom} onReset={view.reset} isMoved={view.isMoved} />
      {focused >= 0 ? (
        <MapHoverCard
          points={points}
          index={focused}
          at={toPixel(viewport, size, place(focused))}
          size={size}
          by={focus.by}
        />
      ) : null}
    </div>
  );
}
