import type { PointInk } from "./look.ts";
import type { PackedColor } from "./pack-color.ts";
import type { PointGrid } from "./point-grid.ts";
import type { Placement } from "./splat.ts";
import { type Bounds, fitViewport, type Size, toData, type Viewport } from "./viewport.ts";

/** Everything that one picture of the points needs. */
export type Drawing = {
  grid: PointGrid;
  ink: PointInk;
  viewport: Viewport;
  /** In CSS pixels. */
  size: Size;
  /** Device pixels a CSS pixel. */
  ratio: number;
  ground: PackedColor;
  /** The reader asked for more contrast: no mark is translucent. */
  strong: boolean;
};

/** Device pixels of a canvas of this size. */
export function pixelSize({ size, ratio }: Pick<Drawing, "size" | "ratio">): Size {
  return { width: Math.round(size.width * ratio), height: Math.round(size.height * ratio) };
}

/** Where points go in device pixels. */
export function placementOf({
  viewport,
  size,
  ratio,
}: Pick<Drawing, "viewport" | "size" | "ratio">): Placement {
  const scale = viewport.scale * ratio;
  return {
    scale,
    left: (size.width / 2) * ratio - viewport.centerX * scale,
    top: (size.height / 2) * ratio + viewport.centerY * scale,
  };
}

/** The part of the plane in sight. */
export function boundsInSight({ viewport, size }: Pick<Drawing, "viewport" | "size">): Bounds {
  const lowerLeft = toData(viewport, size, { x: 0, y: size.height });
  const upperRight = toData(viewport, size, { x: size.width, y: 0 });
  return { x0: lowerLeft.x, y0: lowerLeft.y, x1: upperRight.x, y1: upperRight.y };
}

/** How much nearer than everything: 1 = all fits. */
export function zoomOf({ grid, viewport, size }: Pick<Drawing, "grid" | "viewport" | "size">): number {
  return viewport.scale / fitViewport(grid.bounds, size).scale;
}
