"use client";
import { type RefObject, useEffect } from "react";
import { drawOverlay, type MapInk } from "./draw-overlay.ts";
import { drawPoints, type PointScene } from "./draw-points.ts";
import type { Pixels } from "./pixels.ts";
import type { Area } from "./point-grid.ts";
import type { Point, Size, Viewport } from "./viewport.ts";

type DrawMapInput = {
  pointsRef: RefObject<HTMLCanvasElement | null>;
  overlayRef: RefObject<HTMLCanvasElement | null>;
  scene: PointScene;
  sprites: readonly Pixels[];
  ink: MapInk;
  /** The selected area and the point with the focus: they change often, and cost little. */
  area: Area;
  focus: Point | null;
  viewport: Viewport;
  size: Size;
};

/** Draws points and overlay on two canvases, so that a moving pointer never redraws the points. */
export function useDrawMap({
  pointsRef,
  overlayRef,
  scene,
  sprites,
  ink,
  area,
  focus,
  viewport,
  size,
}: DrawMapInput): void {
  const { x, y, codes, visible, selected } = scene;
  const { centerX, centerY, scale } = viewport;
  const { width, height } = size;

  useEffect(() => {
    const context = prepare(pointsRef.current, { width, height });
    if (!context) return;
    const view = {
      viewport: { centerX, centerY, scale },
      size: { width, height },
      ratio: window.devicePixelRatio,
    };
    const picture = drawPoints({ x, y, codes, visible, selected }, sprites, view);
    context.putImageData(new ImageData(picture.data, picture.width, picture.height), 0, 0);
  }, [pointsRef, x, y, codes, visible, selected, sprites, centerX, centerY, scale, width, height]);

  useEffect(() => {
    const context = prepare(overlayRef.current, size);
    if (context)
      drawOverlay(context, { area, focus }, { viewport, size, ratio: window.devicePixelRatio }, ink);
  });
}

/** The context of a canvas that has as many pixels as its place on the screen; null while it has no place. */
function prepare(canvas: HTMLCanvasElement | null, size: Size): CanvasRenderingContext2D | null {
  if (!canvas || size.width < 1 || size.height < 1) return null;
  const width = Math.round(size.width * window.devicePixelRatio);
  const height = Math.round(size.height * window.devicePixelRatio);
  // Setting a size, even the same, throws the canvas's memory away.
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  return canvas.getContext("2d");
}
