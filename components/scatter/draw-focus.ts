import type { Area } from "./area.ts";
import { type PlotView, type ScatterInk, startDrawing } from "./draw-context.ts";
import { type Point, toPixel } from "./viewport.ts";

const ringRadius = 9;

type FocusInput = {
  areas: readonly Area[];
  /** The point one is at. */
  focus: Point | null;
  /** The point that was opened. */
  opened: Point | null;
};

/** Draws what changes with every move of the pointer: the area, and a ring around one point or two. */
export function drawFocus(
  context: CanvasRenderingContext2D,
  { areas, focus, opened }: FocusInput,
  view: PlotView,
  ink: ScatterInk,
): void {
  startDrawing(context, view);
  for (const area of areas) drawArea(context, area, view, ink);
  if (opened) drawRing(context, toPixel(view.viewport, view.size, opened), ink.surface, ink.accent);
  if (focus) drawRing(context, toPixel(view.viewport, view.size, focus), ink.surface, ink.foreground);
}

function drawArea(context: CanvasRenderingContext2D, area: Area, view: PlotView, ink: ScatterInk): void {
  const corners = area.map((corner) => toPixel(view.viewport, view.size, corner));
  const [first, second] = corners;
  if (!first || !second) return;
  context.beginPath();
  if (corners.length === 2) context.rect(first.x, first.y, second.x - first.x, second.y - first.y);
  else for (const corner of corners) context.lineTo(corner.x, corner.y);
  context.closePath();
  context.strokeStyle = ink.accent;
  context.lineWidth = 1.5;
  context.setLineDash([5, 3]);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 0.07;
  context.fillStyle = ink.accent;
  context.fill();
  context.globalAlpha = 1;
}

/** Two rings, light under dark, so that one of them shows on any ground. */
function drawRing(context: CanvasRenderingContext2D, center: Point, ground: string, ring: string): void {
  for (const [color, width] of [
    [ground, 4],
    [ring, 2],
  ] as const) {
    context.beginPath();
    context.arc(center.x, center.y, ringRadius, 0, 2 * Math.PI);
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke();
  }
}
