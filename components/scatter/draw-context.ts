import type { ContourLine } from "./contour-lines.ts";
import { placeLabels, type ScatterLabel } from "./place-labels.ts";
import { type Point, type Size, toPixel, type Viewport } from "./viewport.ts";

/** Colors of what lies over the points, as CSS. */
export type ScatterInk = { foreground: string; accent: string; surface: string };

/** Lines from one place to others: a query and what was retrieved for it. */
export type ScatterLinks = { from: Point; to: readonly Point[] };

export type ContextInput = {
  contours: readonly ContourLine[];
  links: ScatterLinks | null;
  labels: readonly ScatterLabel[];
};
export type PlotView = { viewport: Viewport; size: Size; ratio: number };

/** Draws what moves with the points: contours, links, labels. */
export function drawContext(
  context: CanvasRenderingContext2D,
  { contours, links, labels }: ContextInput,
  view: PlotView,
  ink: ScatterInk,
): void {
  startDrawing(context, view);
  drawContours(context, contours, view, ink);
  if (links) drawLinks(context, links, view, ink);
  drawLabels(context, labels, view, ink);
}

/** Clears the canvas and makes its unit a CSS pixel. */
export function startDrawing(context: CanvasRenderingContext2D, { size, ratio }: PlotView): void {
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
}

function drawContours(
  context: CanvasRenderingContext2D,
  contours: readonly ContourLine[],
  { viewport, size }: PlotView,
  ink: ScatterInk,
): void {
  if (contours.length === 0) return;
  context.beginPath();
  for (const line of contours) {
    line.forEach((point, index) => {
      const { x, y } = toPixel(viewport, size, point);
      if (index === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    });
  }
  context.strokeStyle = ink.foreground;
  context.lineWidth = 1;
  context.globalAlpha = 0.45;
  context.stroke();
  context.globalAlpha = 1;
}

function drawLinks(
  context: CanvasRenderingContext2D,
  { from, to }: ScatterLinks,
  { viewport, size }: PlotView,
  ink: ScatterInk,
): void {
  const start = toPixel(viewport, size, from);
  context.strokeStyle = ink.accent;
  context.lineWidth = 1.5;
  for (const target of to) {
    const end = toPixel(viewport, size, target);
    context.beginPath();
    context.moveTo(start.x, start.y);
    context.lineTo(end.x, end.y);
    context.stroke();
    context.beginPath();
    context.arc(end.x, end.y, 7, 0, 2 * Math.PI);
    context.stroke();
  }
  context.beginPath();
  for (const [dx, dy] of [
    [0, -8],
    [8, 0],
    [0, 8],
    [-8, 0],
  ] as const) {
    context.lineTo(start.x + dx, start.y + dy);
  }
  context.closePath();
  context.fillStyle = ink.accent;
  context.fill();
  context.strokeStyle = ink.surface;
  context.lineWidth = 2;
  context.stroke();
}

const lineHeight = 15;

function drawLabels(
  context: CanvasRenderingContext2D,
  labels: readonly ScatterLabel[],
  { viewport, size }: PlotView,
  ink: ScatterInk,
): void {
  if (labels.length === 0) return;
  context.font = "600 11px ui-sans-serif, system-ui, sans-serif";
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const measure = (text: string) => ({ width: context.measureText(text).width, height: lineHeight });
  for (const { text, left, top } of placeLabels(labels, viewport, size, measure)) {
    // A ground of its own keeps a label legible on any point.
    context.strokeStyle = ink.surface;
    context.lineWidth = 4;
    context.strokeText(text, left, top);
    context.fillStyle = ink.foreground;
    context.fillText(text, left, top);
  }
}
