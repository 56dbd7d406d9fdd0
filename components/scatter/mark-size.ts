import type { Size } from "./viewport.ts";

/** How many pixels may be blended a frame: some five milliseconds of one core. */
const mostBlends = 1_600_000;
const largest = 5.5;

export type MarkSize = {
  /** In CSS pixels, a multiple of a quarter. */
  radius: number;
  /** 0 to 1: less where marks must cover each other, so that density shows. */
  opacity: number;
};

/**
 * How large and how opaque marks are so that they neither vanish nor cover the plot, and a frame stays short.
 * @param count all points, whether in sight or not: marks grow with the zoom alone, not while panning
 * @param inSight points whose marks are drawn now
 * @param zoom 1 = everything fits
 * @param ratio device pixels a CSS pixel
 */
export function markSize(count: number, inSight: number, size: Size, zoom: number, ratio: number): MarkSize {
  const area = Math.max(1, size.width * size.height);
  const wanted = (area / Math.max(1, count)) ** 0.25 * Math.sqrt(Math.max(0.5, zoom));
  const affordable = Math.sqrt(mostBlends / Math.max(1, inSight)) / 2 / ratio;
  const radius = Math.max(0.5, Math.floor(4 * Math.min(wanted, affordable, largest)) / 4);
  const cover = (inSight * (2 * radius) ** 2) / area;
  return { radius, opacity: Math.max(0.3, 0.92 / Math.sqrt(Math.max(1, cover))) };
}
