"use client";
import { useState } from "react";
import type { PointGrid } from "./point-grid.ts";
import {
  clampZoom,
  fitViewport,
  type Point,
  panBy,
  type Size,
  toPixel,
  type Viewport,
  zoomAt,
} from "./viewport.ts";

/** Where one looks at a map: everything, until moved; the fit follows the size of the canvas. */
export function useMapView(grid: PointGrid, size: Size) {
  const [moved, setMoved] = useState<Viewport | null>(null);
  const fitted = fitViewport(grid.bounds, size);
  const viewport = moved ?? fitted;

  function zoom(factor: number, at: Point = { x: size.width / 2, y: size.height / 2 }) {
    const next = zoomAt(viewport, size, at, factor);
    const clamped = clampZoom(next, fitted);
    // At the ends of the range the map must not creep towards the pointer.
    if (clamped.scale === next.scale) setMoved(next);
  }

  /** Brings a point into sight, as the keyboard may lead out of it. */
  function reveal(point: Point) {
    const pixel = toPixel(viewport, size, point);
    const margin = 24;
    const dx = Math.max(0, margin - pixel.x) + Math.min(0, size.width - margin - pixel.x);
    const dy = Math.max(0, margin - pixel.y) + Math.min(0, size.height - margin - pixel.y);
    if (dx !== 0 || dy !== 0) setMoved(panBy(viewport, dx, dy));
  }

  return {
    viewport,
    isMoved: moved !== null,
    zoom,
    pan: (dx: number, dy: number) => setMoved(panBy(viewport, dx, dy)),
    reveal,
    reset: () => setMoved(null),
  };
}
