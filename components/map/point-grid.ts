import { type Bounds, boundsOf, type Point } from "./viewport.ts";

/** Points by square cells of the plane, so that the pointer need not ask every point. */
export type PointGrid = {
  x: Float32Array;
  y: Float32Array;
  bounds: Bounds;
  cell: number;
  columns: number;
  rows: number;
  /** Where each cell's points start in `order`; one longer than the cells. */
  starts: Uint32Array;
  order: Uint32Array;
};

/** Builds the index, O(n): about four points a cell. */
export function buildPointGrid(x: Float32Array, y: Float32Array): PointGrid {
  const bounds = boundsOf(x, y);
  const [width, height] = [bounds.x1 - bounds.x0, bounds.y1 - bounds.y0];
  const cells = Math.max(1, x.length / 4);
  const cell = Math.max(Math.sqrt((width * height) / cells), Math.max(width, height) / 512, 1e-9);
  const columns = Math.floor(width / cell) + 1;
  const rows = Math.floor(height / cell) + 1;
  const starts = new Uint32Array(columns * rows + 1);
  const cellOf = new Uint32Array(x.length);
  for (let index = 0; index < x.length; index++) {
    const column = Math.floor(((x[index] ?? 0) - bounds.x0) / cell);
    const row = Math.floor(((y[index] ?? 0) - bounds.y0) / cell);
    const at = row * columns + column;
    cellOf[index] = at;
    starts[at + 1] = (starts[at + 1] ?? 0) + 1;
  }
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const next = starts.slice();
  const order = new Uint32Array(x.length);
  for (let index = 0; index < x.length; index++) {
    const at = cellOf[index] ?? 0;
    const place = next[at] ?? 0;
    order[place] = index;
    next[at] = place + 1;
  }
  return { x, y, bounds, cell, columns, rows, starts, order };
}

/** Calls `visit` with every point of the cells that touch a rectangle. */
function visitCells(grid: PointGrid, area: Bounds, visit: (index: number) => void): void {
  const clamp = (value: number, high: number) => Math.min(high, Math.max(0, value));
  const c0 = clamp(Math.floor((area.x0 - grid.bounds.x0) / grid.cell), grid.columns - 1);
  const c1 = clamp(Math.floor((area.x1 - grid.bounds.x0) / grid.cell), grid.columns - 1);
  const r0 = clamp(Math.floor((area.y0 - grid.bounds.y0) / grid.cell), grid.rows - 1);
  const r1 = clamp(Math.floor((area.y1 - grid.bounds.y0) / grid.cell), grid.rows - 1);
  for (let row = r0; row <= r1; row++) {
    for (let column = c0; column <= c1; column++) {
      const at = row * grid.columns + column;
      for (let place = grid.starts[at] ?? 0; place < (grid.starts[at + 1] ?? 0); place++) {
        visit(grid.order[place] ?? 0);
      }
    }
  }
}

/** The visible point nearest to `target` within `reach` (units of the plane), or -1. */
export function nearestPoint(
  grid: PointGrid,
  target: Point,
  reach: number,
  visible: (index: number) => boolean,
): number {
  let best = -1;
  let bestDistance = reach * reach;
  const area = { x0: target.x - reach, x1: target.x + reach, y0: target.y - reach, y1: target.y + reach };
  visitCells(grid, area, (index) => {
    const [dx, dy] = [(grid.x[index] ?? 0) - target.x, (grid.y[index] ?? 0) - target.y];
    const distance = dx * dx + dy * dy;
    if (distance <= bestDistance && visible(index)) {
      best = index;
      bestDistance = distance;
    }
  });
  return best;
}

/** The visible points inside an area, in ascending order. */
export function pointsInside(grid: PointGrid, area: Area, visible: (index: number) => boolean): number[] {
  const found: number[] = [];
  visitCells(grid, areaBounds(area), (index) => {
    const point = { x: grid.x[index] ?? 0, y: grid.y[index] ?? 0 };
    if (isInside(area, point) && visible(index)) found.push(index);
  });
  return found.sort((a, b) => a - b);
}

/** A selection in the plane: corners in order; two corners are the ends of a rectangle's diagonal. */
export type Area = readonly Point[];

export function areaBounds(area: Area): Bounds {
  return boundsOf(
    Float32Array.from(area, (point) => point.x),
    Float32Array.from(area, (point) => point.y),
  );
}

/** Whether a point lies in a rectangle (edges count) or, by the even-odd rule, in a polygon. */
export function isInside(area: Area, point: Point): boolean {
  const [first, second] = area;
  if (!first || !second) return false;
  if (area.length === 2) {
    const between = (a: number, b: number, value: number) =>
      value >= Math.min(a, b) && value <= Math.max(a, b);
    return between(first.x, second.x, point.x) && between(first.y, second.y, point.y);
  }
  let inside = false;
  let before = area[area.length - 1] ?? first;
  for (const corner of area) {
    const crosses = corner.y > point.y !== before.y > point.y;
    const at = ((before.x - corner.x) * (point.y - corner.y)) / (before.y - corner.y) + corner.x;
    if (crosses && point.x < at) inside = !inside;
    before = corner;
  }
  return inside;
}
