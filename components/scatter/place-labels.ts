import { type Size, toPixel, type Viewport } from "./viewport.ts";

/** A text that belongs to a place of the plane. */
export type ScatterLabel = { x: number; y: number; text: string; priority: number };

/** A label that has room, by its middle in CSS pixels. */
export type PlacedLabel = ScatterLabel & { left: number; top: number };

const gap = 4;
/** A label for each so many pixels at most: the points are what one looks at. */
const areaPerLabel = 12_000;

/** The corner at the bottom right where the zoom buttons lie. */
const buttons: Size = { width: 92, height: 36 };

/**
 * The labels that can be shown without one covering another: by priority, each a line above its place, or below it, or on
 * it, whole within the plot. Zooming in makes room for more.
 * @param measure width and height of a text in CSS pixels
 */
export function placeLabels(
  labels: readonly ScatterLabel[],
  viewport: Viewport,
  size: Size,
  measure: (text: string) => Size,
): PlacedLabel[] {
  const taken = [
    { x0: size.width - buttons.width, y0: size.height - buttons.height, x1: size.width, y1: size.height },
  ];
  const placed: PlacedLabel[] = [];
  const most = Math.max(3, Math.floor((size.width * size.height) / areaPerLabel));
  for (const label of [...labels].sort((a, b) => b.priority - a.priority)) {
    if (placed.length >= most) break;
    const at = toPixel(viewport, size, label);
    if (at.x < 0 || at.y < 0 || at.x > size.width || at.y > size.height) continue;
    const { width, height } = measure(label.text);
    // Moved into the plot sideways rather than left out.
    const left = Math.min(Math.max(at.x, width / 2), Math.max(width / 2, size.width - width / 2));
    for (const lines of [-1, 1, 0]) {
      const top = at.y + lines * (height + gap);
      const box = {
        x0: left - width / 2 - gap,
        x1: left + width / 2 + gap,
        y0: top - height / 2 - gap / 2,
        y1: top + height / 2 + gap / 2,
      };
      if (box.y0 < 0 || box.y1 > size.height) continue;
      if (taken.some((it) => it.x0 < box.x1 && box.x0 < it.x1 && it.y0 < box.y1 && box.y0 < it.y1)) continue;
      taken.push(box);
      placed.push({ ...label, left, top });
      break;
    }
  }
  return placed;
}
