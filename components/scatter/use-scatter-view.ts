"use client";
import { useLayoutEffect, useRef } from "react";
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

/** Where one looks: everything (null) until moved; the fit follows the size of the plot. */
export function useScatterView(
  grid: PointGrid,
  size: Size,
  moved: Viewport | null,
  onViewport: (viewport: Viewport | null) => void,
) {
  const fitted = fitViewport(grid.bounds, size);
  const viewport = moved ?? fitted;
  // Several events may come before the next picture (two fingers, a fast wheel): each goes on from the one before.
  const latest = useRef(viewport);
  useLayoutEffect(() => {
    latest.current = viewport;
  });
  function show(next: Viewport) {
    latest.current = next;
    onViewport(next);
  }

  function zoom(factor: number, at: Point = { x: size.width / 2, y: size.height / 2 }, dx = 0, dy = 0) {
    const next = zoomAt(panBy(latest.current, dx, dy), size, at, factor);
    // At the ends of the range the plot must not creep towards the pointer.
    if (clampZoom(next, fitted).scale === next.scale) show(next);
  }
  /** Brings a point into sight, as the keyboard may lead out of it. */
  function reveal(point: Point) {
    const pixel = toPixel(latest.current, size, point);
    const margin = 24;
    const dx = Math.max(0, margin - pixel.x) + Math.min(0, size.width - margin - pixel.x);
    const dy = Math.max(0, margin - pixel.y) + Math.min(0, size.height - margin - pixel.y);
    if (dx !== 0 || dy !== 0) show(panBy(latest.current, dx, dy));
  }
  return {
    viewport,
    zoom,
    reveal,
    pan: (dx: number, dy: number) => show(panBy(latest.current, dx, dy)),
    reset: () => onViewport(null),
  };
}
