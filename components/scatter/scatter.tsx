"use client";
import { type ReactNode, useId, useRef, useState } from "react";
import { cn } from "#components/ui/class-names.ts";
import type { Area } from "./area.ts";
import type { ContourLine } from "./contour-lines.ts";
import type { ScatterLinks } from "./draw-context.ts";
import type { ScatterLook } from "./look.ts";
import type { ScatterLabel } from "./place-labels.ts";
import type { ScatterData, ScatterFocus, ScatterTool, SelectMode } from "./scatter-data.ts";
import { useDrawScatter } from "./use-draw-scatter.ts";
import { useElementSize } from "./use-element-size.ts";
import { useScatterInk } from "./use-scatter-ink.ts";
import { useScatterKeys } from "./use-scatter-keys.ts";
import { useScatterPointer } from "./use-scatter-pointer.ts";
import { useScatterView } from "./use-scatter-view.ts";
import { useWheelZoom } from "./use-wheel-zoom.ts";
import { type Point, type Size, toPixel, type Viewport } from "./viewport.ts";
import { ZoomButtons } from "./zoom-buttons.tsx";

export type ScatterProps = {
  /** Geometry, given once; a new object is a new plot. */
  data: ScatterData;
  /** Colours, shapes and sizes by lookup tables; keep the object while nothing of it changes. */
  look: ScatterLook;
  /** 1 = shown; null = all. */
  visible: Uint8Array | null;
  /** 1 = selected, the others step back; null = no selection. */
  selected: Uint8Array | null;
  /** The areas drawn around the selection. */
  areas: readonly Area[];
  /** Where one looks; null = at everything. */
  viewport: Viewport | null;
  onViewport: (viewport: Viewport | null) => void;
  tool: ScatterTool;
  onTool: (tool: ScatterTool) => void;
  onSelect: (area: Area, mode: SelectMode) => void;
  onClear: () => void;
  /** Adds one point to the selection or removes it. */
  onPick: (index: number) => void;
  onOpen: (index: number) => void;
  onHover?: (focus: ScatterFocus | null) => void;
  /** What is shown beside the point one is at; a touch shows it as there is no hover. */
  card?: (focus: ScatterFocus, at: Point, size: Size) => ReactNode;
  links?: ScatterLinks | null;
  labels?: readonly ScatterLabel[];
  contours?: readonly ContourLine[];
  /** What is on it, spoken: "Map of 431 insight memories". */
  label: string;
  /** Asks for the page's colours anew. */
  theme: "light" | "dark";
  /** Fills the page: then the wheel zooms and a finger draws; else both go on scrolling. */
  large: boolean;
  className?: string;
};

const none: readonly never[] = [];

/** Up to a million points, used by pointer and by keyboard alike. What it shows is given from outside, entirely. */
export function Scatter(props: ScatterProps) {
  const { data, visible, onOpen, onPick, onSelect } = props;
  const helpId = useId();
  const frameRef = useRef<HTMLDivElement>(null);
  const pointsRef = useRef<HTMLCanvasElement>(null);
  const contextRef = useRef<HTMLCanvasElement>(null);
  const focusRef = useRef<HTMLCanvasElement>(null);
  const size = useElementSize(frameRef);
  const plotInk = useScatterInk(frameRef, props.theme);
  const view = useScatterView(data.grid, size, props.viewport, props.onViewport);
  const [stored, setStored] = useState<ScatterFocus | null>(null);
  const focus = stored && stored.index < data.x.length && visible?.[stored.index] !== 0 ? stored : null;
  const at = focus ? { x: data.x[focus.index] ?? 0, y: data.y[focus.index] ?? 0 } : null;

  function focusOn(next: ScatterFocus | null) {
    if (next?.index === stored?.index && next?.by === stored?.by) return;
    setStored(next);
    props.onHover?.(next);
  }
  const { drawing, handlers } = useScatterPointer({
    grid: data.grid,
    visible,
    viewport: view.viewport,
    size,
    tool: props.tool,
    onPan: view.pan,
    onZoom: view.zoom,
    onHover: (index) => focusOn(index < 0 ? null : { index, by: "mouse" }),
    onSelect,
    onClick: (index, event) => {
      if (index < 0) focusOn(null);
      else if (event.shiftKey || event.ctrlKey || event.metaKey) onPick(index);
      else if (event.pointerType === "mouse") onOpen(index);
      else focusOn({ index, by: "touch" });
    },
  });
  const onKeyDown = useScatterKeys({
    data,
    visible,
    focused: focus?.index ?? -1,
    onFocus: (index) => {
      if (index < 0) return;
      focusOn({ index, by: "keys" });
      view.reveal({ x: data.x[index] ?? 0, y: data.y[index] ?? 0 });
    },
    onOpen,
    onPick,
    onClear: props.onClear,
    onZoom: view.zoom,
    onReset: view.reset,
    onTool: props.onTool,
  });
  useWheelZoom(frameRef, props.large, view.zoom);
  const canvasKey = useDrawScatter({
    ...{ pointsRef, contextRef, focusRef, size, plotInk },
    grid: data.grid,
    look: props.look,
    visible,
    selected: props.selected,
    areas: props.areas,
    drawing,
    focus: at,
    viewport: view.viewport,
    contours: props.contours ?? none,
    labels: props.labels ?? none,
    links: props.links ?? null,
  });

  return (
    <div ref={frameRef} className={cn("relative min-w-0", props.className)}>
      <div
        role="application"
        aria-label={props.label}
        aria-describedby={helpId}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the plot is a widget of its own with arrow keys.
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (focus?.by === "keys") focusOn(null);
        }}
        className={cn(
          "absolute inset-0 overflow-hidden rounded-md focus-visible:-outline-offset-2",
          props.large ? "touch-none" : "touch-pan-y",
          focus ? "cursor-pointer" : props.tool === "pan" ? "cursor-grab" : "cursor-crosshair",
        )}
        {...handlers}
      >
        <canvas key={canvasKey} ref={pointsRef} className="absolute size-full" />
        <canvas ref={contextRef} className="absolute size-full" />
        <canvas ref={focusRef} className="absolute size-full" />
      </div>
      <p id={helpId} className="sr-only">
        Arrow keys go to the nearest point, Enter opens it, x selects it, plus and minus zoom, 0 shows
        everything, r, l and p choose rectangle, lasso and moving, Escape clears the selection.
      </p>
      <ZoomButtons onZoom={view.zoom} onReset={view.reset} isMoved={props.viewport !== null} />
      {focus && at ? props.card?.(focus, toPixel(view.viewport, size, at), size) : null}
    </div>
  );
}
