import { type ShapeName, shapes } from "#components/charts/shapes.ts";
import type { Area } from "./point-grid.ts";
import { type Point, type Size, toPixel, type Viewport } from "./viewport.ts";

export type Sprite = { image: HTMLCanvasElement; half: number };

/** Colours of the frame, resolved for the present theme. */
export type MapInk = { foreground: string; accent: string; surface: string };

export type MapScene = {
  x: Float32Array;
  y: Float32Array;
  codes: Uint8Array;
  visible: Uint8Array;
  /** 1 for selected points; null = nothing is selected, so nothing is dimmed. */
  selected: Uint8Array | null;
  /** The point under the pointer or the keyboard, or -1. */
  focused: number;
  /** The area that is being drawn or was drawn, in data units. */
  area: Area;
};

const dimmedAlpha = 0.18;

/** A mark drawn once, to be stamped for each point: a path for each of 20,000 points would stutter. */
export function makeSprite(
  shape: ShapeName,
  color: string,
  outline: string,
  radius: number,
  ratio: number,
): Sprite {
  const half = radius * 1.2 + 1;
  const image = document.createElement("canvas");
  image.width = Math.ceil(2 * half * ratio);
  image.height = image.width;
  const context = image.getContext("2d");
  if (context) {
    context.scale(ratio, ratio);
    context.translate(half, half);
    context.beginPath();
    for (const [x, y] of shapes[shape]) context.lineTo(x * radius, y * radius);
    context.closePath();
    context.fillStyle = color;
    context.fill();
    // A hair of background keeps marks that touch apart.
    context.lineWidth = 0.6;
    context.strokeStyle = outline;
    context.stroke();
  }
  return { image, half };
}

/** The radius in pixels at which n marks neither vanish nor cover the map. */
export function markRadius(count: number, size: Size): number {
  const room = Math.sqrt((size.width * size.height) / Math.max(1, count));
  return Math.min(5.5, Math.max(2.2, room / 4));
}

export function drawMap(
  context: CanvasRenderingContext2D,
  scene: MapScene,
  sprites: readonly Sprite[],
  view: { viewport: Viewport; size: Size; ratio: number },
  ink: MapInk,
): void {
  const { size, ratio } = view;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
  if (scene.selected) {
    context.globalAlpha = dimmedAlpha;
    stamp(context, scene, sprites, view, 0);
    context.globalAlpha = 1;
    stamp(context, scene, sprites, view, 1);
  } else {
    context.globalAlpha = 0.9;
    stamp(context, scene, sprites, view, 0);
    context.globalAlpha = 1;
  }
  drawArea(context, scene.area, view, ink);
  drawFocus(context, scene, sprites, view, ink);
}

/** Stamps the visible points that are (1) or are not (0) selected. */
function stamp(
  context: CanvasRenderingContext2D,
  scene: MapScene,
  sprites: readonly Sprite[],
  { viewport, size }: { viewport: Viewport; size: Size },
  selected: 0 | 1,
): void {
  const { x, y, codes, visible } = scene;
  const offsetX = size.width / 2 - viewport.centerX * viewport.scale;
  const offsetY = size.height / 2 + viewport.centerY * viewport.scale;
  for (let index = 0; index < x.length; index++) {
    if (!visible[index] || (scene.selected?.[index] ?? 0) !== selected) continue;
    const sprite = sprites[codes[index] ?? 0];
    if (!sprite) continue;
    const left = (x[index] ?? 0) * viewport.scale + offsetX - sprite.half;
    const top = offsetY - (y[index] ?? 0) * viewport.scale - sprite.half;
    const side = 2 * sprite.half;
    if (left < -side || top < -side || left > size.width || top > size.height) continue;
    context.drawImage(sprite.image, left, top, side, side);
  }
}

function drawArea(
  context: CanvasRenderingContext2D,
  area: Area,
  view: { viewport: Viewport; size: Size },
  ink: MapInk,
): void {
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

function drawFocus(
  context: CanvasRenderingContext2D,
  scene: MapScene,
  sprites: readonly Sprite[],
  view: { viewport: Viewport; size: Size },
  ink: MapInk,
): void {
  const sprite = sprites[scene.codes[scene.focused] ?? -1];
  if (scene.focused < 0 || !sprite) return;
  const center: Point = toPixel(view.viewport, view.size, {
    x: scene.x[scene.focused] ?? 0,
    y: scene.y[scene.focused] ?? 0,
  });
  context.drawImage(
    sprite.image,
    center.x - sprite.half,
    center.y - sprite.half,
    2 * sprite.half,
    2 * sprite.half,
  );
  for (const [radius, color, width] of [
    [sprite.half + 3, ink.surface, 4],
    [sprite.half + 3, ink.foreground, 2],
  ] as const) {
    context.beginPath();
    context.arc(center.x, center.y, radius, 0, 2 * Math.PI);
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke();
  }
}
