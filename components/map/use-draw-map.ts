"use client";
import { type RefObject, useEffect } from "react";
import { drawMap, type MapInk, type MapScene, type Sprite } from "./draw-map.ts";
import type { Size, Viewport } from "./viewport.ts";

/** Draws the scene after each render, sharp on dense screens. */
export function useDrawMap(
  canvasRef: RefObject<HTMLCanvasElement | null>,
  scene: MapScene,
  look: { sprites: readonly Sprite[]; ink: MapInk },
  view: { viewport: Viewport; size: Size },
): void {
  useEffect(() => {
    const canvas = canvasRef.current;
    const context = canvas?.getContext("2d");
    if (!canvas || !context || view.size.width === 0) return;
    const ratio = window.devicePixelRatio;
    const [width, height] = [Math.round(view.size.width * ratio), Math.round(view.size.height * ratio)];
    // Setting a size, even the same, throws the canvas's memory away.
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    drawMap(context, scene, look.sprites, { ...view, ratio }, look.ink);
  });
}
