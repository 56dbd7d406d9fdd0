import { type Bounds, boundsOf } from "./viewport.ts";

/**
 * The points of a plot sorted into square cells of the plane. One order serves everything: drawing reads memory in a row
 * and skips cells out of sight, the pointer asks a few cells, a lasso those it touches.
 */
export type PointGrid = {
  /** Coordinates in drawing order: by cell, shuffled within a cell so that no group always lies on top. */
  x: Float32Array;
  y: Float32Array;
  /** Where in the caller's columns each stands. Points that are not finite are left out. */
  order: Uint32Array;
  bounds: Bounds;
  cell: number;
  columns: number;
  rows: number;
  /** Where each cell's points start; one longer than the cells. */
  starts: Uint32Array;
};

/** Builds the index in O(n): about four points a cell. */
export function buildPointGrid(x: Float32Array, y: Float32Array): PointGrid {
  const bounds = boundsOf(x, y);
  const [width, height] = [bounds.x1 - bounds.x0, bounds.y1 - bounds.y0];
  const cells = Math.max(1, x.length / 4);
  const cell = Math.max(Math.sqrt((width * height) / cells), Math.max(width, height) / cells, 1e-9);
  const columns = Math.floor(width / cell) + 1;
  const rows = Math.floor(height / cell) + 1;
  const none = columns * rows;
  const cellOf = new Uint32Array(x.length);
  // Two more than the cells: the last is for points without a place.
  const starts = new Uint32Array(none + 2);
  for (let index = 0; index < x.length; index++) {
    const column = Math.floor(((x[index] as number) - bounds.x0) / cell);
    const row = Math.floor(((y[index] as number) - bounds.y0) / cell);
    const at = Number.isFinite(column + row) ? row * columns + column : none;
    cellOf[index] = at;
    starts[at + 1] = (starts[at + 1] as number) + 1;
  }
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  const order = sortIntoCells(cellOf, starts.slice()).subarray(0, starts[none]);
  return {
    x: gather(x, order),
    y: gather(y, order),
    order,
    bounds,
    cell,
    columns,
    rows,
    starts: starts.subarray(0, none + 1),
  };
}

/** Counting sort; `next` says where each cell's next point goes, and is used up. */
function sortIntoCells(cellOf: Uint32Array, next: Uint32Array): Uint32Array {
  const count = cellOf.length;
  const order = new Uint32Array(count);
  const stride = coprimeStride(count);
  for (let step = 0, index = 0; step < count; step++, index = (index + stride) % count) {
    const at = cellOf[index] as number;
    const place = next[at] as number;
    order[place] = index;
    next[at] = place + 1;
  }
  return order;
}

/** A step of about the golden section of `count` that reaches every index once: a shuffle without a random number. */
function coprimeStride(count: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let stride = Math.max(1, Math.floor(count * 0.618));
  while (divisor(stride, count) !== 1 && stride > 1) stride--;
  return stride;
}

function gather(values: Float32Array, order: Uint32Array): Float32Array {
  const sorted = new Float32Array(order.length);
  for (let place = 0; place < order.length; place++) sorted[place] = values[order[place] as number] as number;
  return sorted;
}

/** The stretches of places (start, end in turn) whose cells touch a rectangle, in drawing order. */
export function rangesWithin(grid: PointGrid, area: Bounds): number[] {
  const { bounds, cell, columns, rows, starts } = grid;
  if (area.x1 < bounds.x0 || area.x0 > bounds.x1 || area.y1 < bounds.y0 || area.y0 > bounds.y1) return [];
  const within = (value: number, most: number) => Math.min(most - 1, Math.max(0, Math.floor(value / cell)));
  const c0 = within(area.x0 - bounds.x0, columns);
  const c1 = within(area.x1 - bounds.x0, columns);
  const r1 = within(area.y1 - bounds.y0, rows);
  const ranges: number[] = [];
  for (let row = within(area.y0 - bounds.y0, rows); row <= r1; row++) {
    const start = starts[row * columns + c0] as number;
    const end = starts[row * columns + c1 + 1] as number;
    if (end === start) continue;
    // Whole rows follow each other without a gap: one long stretch is walked faster than many short ones.
    if (ranges.at(-1) === start) ranges[ranges.length - 1] = end;
    else ranges.push(start, end);
  }
  return ranges;
}
