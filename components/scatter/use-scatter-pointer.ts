"use client";
import { type MouseEvent, type PointerEvent, useRef, useState } from "react";
import type { Area } from "./area.ts";
import { type DragKind, dragKind, pinchOf } from "./drag-kind.ts";
import { nearestPoint } from "./find-points.ts";
import type { PointGrid } from "./point-grid.ts";
import type { ScatterTool, SelectMode } from "./scatter-data.ts";
import { type Point, type Size, toData, type Viewport } from "./viewport.ts";

const reachPx = 9;
/** Less movement than this is a click. */
const dragPx = 4;

type ScatterPointerInput = {
  grid: PointGrid;
  visible: Uint8Array | null;
  viewport: Viewport;
  size: Size;
  tool: ScatterTool;
  onPan: (dx: number, dy: number) => void;
  onZoom: (factor: number, at: Point, dx: number, dy: number) => void;
  onHover: (index: number) => void;
  /** A click on a point (its index) or beside all (-1). */
  onClick: (index: number, event: PointerEvent) => void;
  onSelect: (area: Area, mode: SelectMode) => void;
};

type Drag = DragKind & { start: Point; last: Point; trail: Point[]; moved: boolean };

/** Hover, click, moving, drawing an area and pinching, by mouse, pen or finger. */
export function useScatterPointer(input: ScatterPointerInput) {
  const { grid, visible, viewport, size } = input;
  const drag = useRef<Drag | null>(null);
  const fingers = useRef(new Map<number, Point>());
  const [drawing, setDrawing] = useState<Area>([]);

  function pixelOf(event: PointerEvent): Point {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }
  function pointAt(pixel: Point): number {
    return nearestPoint(grid, toData(viewport, size, pixel), reachPx / viewport.scale, visible);
  }
  function areaOf({ start, last, trail, draw }: Drag): Area {
    const corners = draw === "rectangle" ? [start, last] : trail;
    return corners.map((corner) => toData(viewport, size, corner));
  }
  function stop() {
    drag.current = null;
    setDrawing([]);
  }

  function onPointerDown(event: PointerEvent) {
    const pixel = pixelOf(event);
    fingers.current.set(event.pointerId, pixel);
    const kind = dragKind(input.tool, event);
    // A second finger turns whatever the first began into a pinch.
    if (!kind || fingers.current.size > 1) return stop();
    drag.current = { ...kind, start: pixel, last: pixel, trail: [pixel], moved: false };
    event.currentTarget.setPointerCapture(event.pointerId);
  }

  function onPointerMove(event: PointerEvent) {
    const pixel = pixelOf(event);
    if (fingers.current.size === 2 && fingers.current.has(event.pointerId))
      return pinch(event.pointerId, pixel);
    const current = drag.current;
    if (!current) {
      if (event.pointerType === "mouse") input.onHover(pointAt(pixel));
      return;
    }
    const [dx, dy] = [pixel.x - current.last.x, pixel.y - current.last.y];
    current.moved ||= Math.hypot(pixel.x - current.start.x, pixel.y - current.start.y) > dragPx;
    // What lies under the pointer when the drag begins stays there: the first few pixels are not lost.
    if (!current.moved) return;
    current.last = pixel;
    current.trail.push(pixel);
    if (current.draw) setDrawing(areaOf(current));
    else input.onPan(dx, dy);
  }

  function pinch(pointerId: number, pixel: Point) {
    const [one, two] = [...fingers.current.entries()];
    if (!one || !two) return;
    const moved = ([id, at]: [number, Point]) => (id === pointerId ? pixel : at);
    const { factor, at, dx, dy } = pinchOf([one[1], two[1]], [moved(one), moved(two)]);
    fingers.current.set(pointerId, pixel);
    input.onZoom(factor, at, dx, dy);
  }

  function onPointerUp(event: PointerEvent) {
    fingers.current.delete(event.pointerId);
    const current = drag.current;
    stop();
    if (!current) return;
    if (current.moved && current.draw) input.onSelect(areaOf(current), current.mode);
    else if (!current.moved && event.button === 0) input.onClick(pointAt(current.start), event);
  }

  return {
    drawing,
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel: (event: PointerEvent) => {
        fingers.current.delete(event.pointerId);
        stop();
      },
      onPointerLeave: (event: PointerEvent) => {
        // A finger leaves whenever it is lifted; what it tapped stays.
        if (!drag.current && event.pointerType === "mouse") input.onHover(-1);
      },
      onMouseDown: (event: MouseEvent) => {
        // The middle button moves the plot; the browser would scroll by it.
        if (event.button === 1) event.preventDefault();
      },
    },
  };
}
