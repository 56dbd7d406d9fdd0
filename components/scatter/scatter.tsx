"use client";
import { useId, useMemo, useRef } from "react";
import { cn } from "#components/ui/class-names.ts";
import type { ScatterData } from "./scatter-data.ts";
import type { ScatterProps } from "./scatter-props.ts";
import { useDrawScatter } from "./use-draw-scatter.ts";
import { useElementSize } from "./use-element-size.ts";
import { useScatterInk } from "./use-scatter-ink.ts";
import { useScatterInteraction } from "./use-scatter-interaction.ts";
import { type Point, toPixel } from "./viewport.ts";
import { ZoomButtons } from "./zoom-buttons.tsx";

const none: readonly never[] = [];

/** Up to a million points, used by pointer and by keyboard alike. What it shows is given from outside, entirely. */
export function Scatter(props: ScatterProps) {
  const { data } = props;
  const helpId = useId();
  const frameRef = useRef<HTMLDivElement>(null);
  const pointsRef = useRef<HTMLCanvasElement>(null);
  const contextRef = useRef<HTMLCanvasElement>(null);
  const focusRef = useRef<HTMLCanvasElement>(null);
  const size = useElementSize(frameRef);
  const plotInk = useScatterInk(frameRef, props.theme);
  const opened = useMemo(() => pointOf(data, props.opened ?? null), [data, props.opened]);
  const { view, focus, at, drawing, handlers } = useScatterInteraction(props, frameRef, size);
  useDrawScatter({
    ...{ pointsRef, contextRef, focusRef, size, plotInk },
    grid: data.grid,
    look: props.look,
    visible: props.visible,
    selected: props.selected,
    areas: props.areas,
    drawing,
    focus: at,
    opened,
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
        className={cn(
          "absolute inset-0 overflow-hidden rounded-md focus-visible:-outline-offset-2",
          props.large ? "touch-none" : "touch-pan-y lg:touch-none",
          focus ? "cursor-pointer" : props.tool === "pan" ? "cursor-grab" : "cursor-crosshair",
        )}
        {...handlers}
      >
        <canvas ref={pointsRef} className="absolute size-full" />
        <canvas ref={contextRef} className="absolute size-full" />
        <canvas ref={focusRef} className="absolute size-full" />
      </div>
      <p id={helpId} className="sr-only">
        Arrow keys go to the nearest point, Enter opens it, x selects it, plus and minus zoom, 0 shows
        everything, r, l and p choose rectangle, lasso and panning, Escape clears the selection.
      </p>
      <ZoomButtons onZoom={view.zoom} onReset={view.reset} isMoved={props.viewport !== null} />
      {focus && at ? props.card?.(focus, toPixel(view.viewport, size, at), size) : null}
    </div>
  );
}

function pointOf({ x, y }: ScatterData, index: number | null): Point | null {
  return index === null ? null : { x: x[index] ?? 0, y: y[index] ?? 0 };
}
