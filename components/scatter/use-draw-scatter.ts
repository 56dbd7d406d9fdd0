"use client";
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import type { Area } from "./area.ts";
import { type ContextInput, drawContext } from "./draw-context.ts";
import { drawFocus } from "./draw-focus.ts";
import { pixelSize } from "./drawing.ts";
import { inkPoints, type ScatterLook } from "./look.ts";
import type { PointGrid } from "./point-grid.ts";
import { type DrawPoints, openPointsCanvas } from "./points-canvas.ts";
import { usePixelRatio } from "./use-pixel-ratio.ts";
import type { PlotInk } from "./use-scatter-ink.ts";
import type { Point, Size, Viewport } from "./viewport.ts";

type DrawScatterInput = ContextInput & {
  pointsRef: RefObject<HTMLCanvasElement | null>;
  contextRef: RefObject<HTMLCanvasElement | null>;
  focusRef: RefObject<HTMLCanvasElement | null>;
  grid: PointGrid;
  look: ScatterLook;
  visible: Uint8Array | null;
  selected: Uint8Array | null;
  plotInk: PlotInk | null;
  /** The selected areas, the one being drawn and the point with the focus: they change often, and cost little. */
  areas: readonly Area[];
  drawing: Area;
  focus: Point | null;
  opened: Point | null;
  viewport: Viewport;
  size: Size;
};

/** Draws on three canvases: points, what moves with them, and what moves with the pointer; each only when it changed. */
export function useDrawScatter(input: DrawScatterInput): void {
  const { pointsRef, contextRef, focusRef, grid, look, visible, selected, plotInk } = input;
  const { viewport, size, areas, drawing, focus, opened, contours, links, labels } = input;
  const { centerX, centerY, scale } = viewport;
  const { width, height } = size;
  const ratio = usePixelRatio();
  const drawPoints = useRef<DrawPoints | null>(null);
  const ink = useMemo(() => inkPoints(grid, look, visible, selected), [grid, look, visible, selected]);
  const view = useMemo(
    () => ({ viewport: { centerX, centerY, scale }, size: { width, height }, ratio }),
    [centerX, centerY, scale, width, height, ratio],
  );

  // Layout effects: the picture is there in the same frame as the change that asked for it.
  useLayoutEffect(() => {
    drawPoints.current = pointsRef.current && openPointsCanvas(pointsRef.current);
  }, [pointsRef]);

  useLayoutEffect(() => {
    if (!plotInk) return;
    const { ground, strong } = plotInk;
    drawPoints.current?.({ grid, ink, ground, strong, ...view });
  }, [grid, ink, view, plotInk]);

  useLayoutEffect(() => {
    const isEmpty = contours.length === 0 && labels.length === 0 && links === null;
    const context = plotInk ? prepare(contextRef.current, view, isEmpty) : null;
    if (context && plotInk) drawContext(context, { contours, links, labels }, view, plotInk);
  }, [contextRef, contours, links, labels, view, plotInk]);

  useEffect(() => {
    const isEmpty = areas.length === 0 && drawing.length === 0 && focus === null && opened === null;
    const context = plotInk ? prepare(focusRef.current, view, isEmpty) : null;
    if (context && plotInk) drawFocus(context, { areas: [...areas, drawing], focus, opened }, view, plotInk);
  }, [focusRef, areas, drawing, focus, opened, view, plotInk]);
}

/** The context of a canvas that has as many pixels as its place on the screen; null while it has no place or is empty. */
function prepare(
  canvas: HTMLCanvasElement | null,
  view: { size: Size; ratio: number },
  isEmpty: boolean,
): CanvasRenderingContext2D | null {
  const { width, height } = pixelSize(view);
  if (!canvas || width < 1 || height < 1) return null;
  // What shows nothing must not cost the browser a layer each frame.
  canvas.hidden = isEmpty;
  if (isEmpty) return null;
  // Setting a size, even the same, throws the canvas's memory away.
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  return canvas.getContext("2d");
}
