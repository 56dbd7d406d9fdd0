/** A rectangle of the map plane: x0 <= x1, y0 <= y1. */
export type Bounds = { x0: number; y0: number; x1: number; y1: number };
export type Size = { width: number; height: number };
export type Point = { x: number; y: number };

/** What part of the plane is seen: pixel = (data - center) * scale + size / 2, y upwards in data. */
export type Viewport = { centerX: number; centerY: number; scale: number };

/** The least rectangle around all points that are finite; a unit square around nothing. */
export function boundsOf(x: Float32Array, y: Float32Array): Bounds {
  const bounds = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (let index = 0; index < x.length; index++) {
    const px = x[index] as number;
    const py = y[index] as number;
    if (!Number.isFinite(px + py)) continue;
    if (px < bounds.x0) bounds.x0 = px;
    if (px > bounds.x1) bounds.x1 = px;
    if (py < bounds.y0) bounds.y0 = py;
    if (py > bounds.y1) bounds.y1 = py;
  }
  return bounds.x0 <= bounds.x1 ? bounds : { x0: 0, y0: 0, x1: 1, y1: 1 };
}

/** The viewport that shows all of `bounds` with a margin in pixels, x and y to the same scale. */
export function fitViewport(bounds: Bounds, size: Size, margin = 16): Viewport {
  const spanX = bounds.x1 - bounds.x0;
  const spanY = bounds.y1 - bounds.y0;
  const roomX = Math.max(1, size.width - 2 * margin);
  const roomY = Math.max(1, size.height - 2 * margin);
  // A single point, or points on one line, still get a finite scale.
  const scale = Math.min(spanX > 0 ? roomX / spanX : Infinity, spanY > 0 ? roomY / spanY : Infinity);
  return {
    centerX: (bounds.x0 + bounds.x1) / 2,
    centerY: (bounds.y0 + bounds.y1) / 2,
    scale: Number.isFinite(scale) ? scale : 1,
  };
}

export function toPixel(viewport: Viewport, size: Size, point: Point): Point {
  return {
    x: (point.x - viewport.centerX) * viewport.scale + size.width / 2,
    y: (viewport.centerY - point.y) * viewport.scale + size.height / 2,
  };
}

export function toData(viewport: Viewport, size: Size, pixel: Point): Point {
  return {
    x: (pixel.x - size.width / 2) / viewport.scale + viewport.centerX,
    y: viewport.centerY - (pixel.y - size.height / 2) / viewport.scale,
  };
}

/** Zooms by `factor` so that what lies under `pixel` stays there. */
export function zoomAt(viewport: Viewport, size: Size, pixel: Point, factor: number): Viewport {
  const fixed = toData(viewport, size, pixel);
  const scale = viewport.scale * factor;
  return {
    scale,
    centerX: fixed.x - (pixel.x - size.width / 2) / scale,
    centerY: fixed.y + (pixel.y - size.height / 2) / scale,
  };
}

/** Moves the plane by pixels, as a hand on paper would. */
export function panBy(viewport: Viewport, dx: number, dy: number): Viewport {
  return {
    ...viewport,
    centerX: viewport.centerX - dx / viewport.scale,
    centerY: viewport.centerY + dy / viewport.scale,
  };
}

/** Keeps zoom between everything at a quarter of its size and 256 times nearer. */
export function clampZoom(viewport: Viewport, fitted: Viewport): Viewport {
  const scale = Math.min(fitted.scale * 256, Math.max(fitted.scale / 4, viewport.scale));
  return { ...viewport, scale };
}
