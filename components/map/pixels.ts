/** A picture as ImageData holds it: RGBA bytes row by row, not premultiplied. */
export type Pixels = { width: number; height: number; data: Uint8ClampedArray<ArrayBuffer> };

/**
 * Lays a small picture over a large one with its corner at `left`, `top` (whole pixels); what lies
 * outside is cut off. Twenty thousand of these take a few milliseconds, where as many calls of
 * `drawImage` take half a second without a graphics card.
 * @param opacity 0 to 1, times the picture's own alpha
 */
export function layOver(target: Pixels, picture: Pixels, left: number, top: number, opacity: number): void {
  const x0 = Math.max(0, -left);
  const x1 = Math.min(picture.width, target.width - left);
  const y0 = Math.max(0, -top);
  const y1 = Math.min(picture.height, target.height - top);
  for (let y = y0; y < y1; y++) {
    let from = 4 * (y * picture.width + x0);
    let to = 4 * ((top + y) * target.width + left + x0);
    for (let x = x0; x < x1; x++, from += 4, to += 4) blend(target.data, to, picture.data, from, opacity);
  }
}

/** Porter and Duff's "over" for one pixel. */
function blend(
  target: Uint8ClampedArray,
  to: number,
  source: Uint8ClampedArray,
  from: number,
  opacity: number,
): void {
  const above = ((source[from + 3] ?? 0) / 255) * opacity;
  if (above === 0) return;
  const below = ((target[to + 3] ?? 0) / 255) * (1 - above);
  const sum = above + below;
  for (let channel = 0; channel < 3; channel++) {
    const mixed = (source[from + channel] ?? 0) * above + (target[to + channel] ?? 0) * below;
    target[to + channel] = mixed / sum;
  }
  target[to + 3] = 255 * sum;
}
