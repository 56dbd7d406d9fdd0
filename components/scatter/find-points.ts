import { type Area, areaBounds, areaTest } from "./area.ts";
import { type PointGrid, rangesWithin } from "./point-grid.ts";
import type { Point } from "./viewport.ts";

/** The index (the caller's) of the visible point nearest to `target` within `reach` (units of the plane), or -1. */
export function nearestPoint(
  grid: PointGrid,
  target: Point,
  reach: number,
  visible: Uint8Array | null,
): number {
  const { x, y, order } = grid;
  const ranges = rangesWithin(grid, {
    x0: target.x - reach,
    x1: target.x + reach,
    y0: target.y - reach,
    y1: target.y + reach,
  });
  let best = -1;
  let bestDistance = reach * reach;
  for (let range = 0; range < ranges.length; range += 2) {
    const end = ranges[range + 1] as number;
    for (let place = ranges[range] as number; place < end; place++) {
      const dx = (x[place] as number) - target.x;
      const dy = (y[place] as number) - target.y;
      const distance = dx * dx + dy * dy;
      if (distance > bestDistance || visible?.[order[place] as number] === 0) continue;
      best = order[place] as number;
      bestDistance = distance;
    }
  }
  return best;
}

/** The indices (the caller's) of the visible points inside an area, in ascending order. */
export function pointsInside(grid: PointGrid, area: Area, visible: Uint8Array | null): Uint32Array {
  if (area.length < 2) return new Uint32Array();
  const { x, y, order } = grid;
  const isInside = areaTest(area);
  const ranges = rangesWithin(grid, areaBounds(area));
  const found = new Uint32Array(order.length);
  let count = 0;
  for (let range = 0; range < ranges.length; range += 2) {
    const end = ranges[range + 1] as number;
    for (let place = ranges[range] as number; place < end; place++) {
      if (!isInside(x[place] as number, y[place] as number)) continue;
      const index = order[place] as number;
      if (visible?.[index] !== 0) found[count++] = index;
    }
  }
  return found.slice(0, count).sort();
}
