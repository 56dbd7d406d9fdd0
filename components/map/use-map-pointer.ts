"use client";
import { type PointerEvent, useRef, useState } from "react";
import { type Area, nearestPoint, type PointGrid } from "./point-grid.ts";
import { type Point, type Size, toData, type Viewport } from "./viewport.ts";

export const mapTools = ["box", "lasso", "pan"] as const;
export type MapTool = (typeof mapTools)[number];

const reachPx = 9;
/** Less movement than this is a click. */
const dragPx = 4;

type MapPointerInput = {
  grid: PointGrid;
  visible: Uint8Array;
  viewport: Viewport;
  size: Size;
  tool: MapTool;
  onPan: (dx: number, dy: number) => void;
  onHover: (index: number, pointer: "mouse" | "touch") => void;
  /** A click on a point (its index) or beside all (-1). */
  onClick: (index: number, event: PointerEvent) => void;
  onArea: (area: Area) => void;
};

type Drag = { start: Point; last: Point; trail: Point[]; moved: boolean };

/** Hover, click, drawing an area and panning, by mouse, pen or finger. */
export function useMapPointer(input: MapPointerInput) {
  const { grid, visible, viewport, size, tool } = input;
  const drag = useRef<Drag | null>(null);
  const [drawing, setDrawing] = useState<Area>([]);

  function pixelOf(event: PointerEvent): Point {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }
  function pointAt(pixel: Point): number {
    const target = toData(viewport, size, pixel);
    return nearestPoint(grid, target, reachPx / viewport.scale, (index) => visible[index] === 1);
  }
  function areaOf({ start, last, trail }: Drag): Area {
    const corners = tool === "box" ? [start, last] : trail;
    return corners.map((corner) => toData(viewport, size, corner));
  }

  function onPointerDown(event: PointerEvent) {
    if (event.button !== 0) return;
    const pixel = pixelOf(event);
    drag.current = { start: pixel, last: pixel, trail: [pixel], moved: false };
    event.currentTarget.setPointerCapture(event.pointerId);
  }

  function onPointerMove(event: PointerEvent) {
    const pixel = pixelOf(event);
    const current = drag.current;
    if (!current) {
      if (event.pointerType === "mouse") input.onHover(pointAt(pixel), "mouse");
      return;
    }
    const dx = pixel.x - current.last.x;
    const dy = pixel.y - current.last.y;
    current.moved ||= Math.hypot(pixel.x - current.start.x, pixel.y - current.start.y) > dragPx;
    current.last = pixel;
    if (!current.moved) return;
    if (tool === "pan") input.onPan(dx, dy);
    else {
      current.trail.push(pixel);
      setDrawing(areaOf(current));
    }
  }

  function onPointerUp(event: PointerEvent) {
    const current = drag.current;
    drag.current = null;
    setDrawing([]);
    if (!current) return;
    if (!current.moved) input.onClick(pointAt(current.start), event);
    else if (tool !== "pan") input.onArea(areaOf(current));
  }

  return {
    drawing,
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel: () => {
        drag.current = null;
        setDrawing([]);
      },
      onPointerLeave: () => {
        if (!drag.current) input.onHover(-1, "mouse");
      },
    },
  };
}
