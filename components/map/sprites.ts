import { type ShapeName, shapes } from "#components/charts/shapes.ts";
import type { Pixels } from "./pixels.ts";
import type { Size } from "./viewport.ts";

/** The radius in CSS pixels at which n marks neither vanish nor cover the map. */
export function markRadius(count: number, size: Size): number {
  const room = Math.sqrt((size.width * size.height) / Math.max(1, count));
  return Math.min(5.5, Math.max(2.2, room / 4));
}

/**
 * A mark drawn once, to be laid over the map for each point.
 * @param radius in CSS pixels
 * @param ratio device pixels a CSS pixel
 */
export function makeSprite(
  shape: ShapeName,
  color: string,
  outline: string,
  radius: number,
  ratio: number,
): Pixels {
  const side = 2 * Math.ceil((radius * 1.2 + 1) * ratio) + 1;
  const canvas = document.createElement("canvas");
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext("2d");
  if (!context) return { width: 0, height: 0, data: new Uint8ClampedArray() };
  context.translate(side / 2, side / 2);
  context.scale(ratio, ratio);
  context.beginPath();
  for (const [x, y] of shapes[shape]) context.lineTo(x * radius, y * radius);
  context.closePath();
  context.fillStyle = color;
  context.fill();
  // A hair of background keeps marks that touch apart.
  context.lineWidth = 0.6;
  context.strokeStyle = outline;
  context.stroke();
  const { data } = context.getImageData(0, 0, side, side);
  return { width: side, height: side, data: new Uint8ClampedArray(data) };
}
