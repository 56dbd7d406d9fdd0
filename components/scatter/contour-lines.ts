import type { Field } from "./density.ts";
import type { Point } from "./viewport.ts";

/** A line through the plane where a field has one value; closed when its ends are the same point. */
export type ContourLine = readonly Point[];

/**
 * Marching squares: each square of four grid points whose values lie on both sides of the level is crossed by one segment
 * or, in a saddle, by two (parted by the mean of the four); segments that share an end are joined.
 */
export function contourLines(field: Field, level: number): ContourLine[] {
  const { columns, rows } = field;
  const next = new Map<number, number>();
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++)
      crossSquare(field, level, row * columns + column, next);
  }
  return joinSegments(next).map((edges) => edges.map((edge) => crossing(field, level, edge)));
}

/**
 * From which side to which a segment goes, by the corners above the level: 1 lower left, 2 lower right, 4 upper right,
 * 8 upper left. Sides: 0 bottom, 1 right, 2 top, 3 left. What is higher lies on the left of each segment, so that the end
 * of one is the start of the next. The saddles (5, 10) are here as they are when the middle is below the level.
 */
const segments: readonly (readonly number[])[] = [
  [],
  [0, 3],
  [1, 0],
  [1, 3],
  [2, 1],
  [0, 3, 2, 1],
  [2, 0],
  [2, 3],
  [3, 2],
  [0, 2],
  [1, 0, 3, 2],
  [1, 2],
  [3, 1],
  [0, 1],
  [3, 0],
  [],
];
const joinedSaddles: Readonly<Record<number, readonly number[]>> = { 5: [0, 1, 2, 3], 10: [3, 0, 1, 2] };

/** An edge of the grid as a number: twice its first grid point, plus 1 when it goes up instead of right. */
function sideOf(at: number, side: number, columns: number): number {
  if (side === 0) return 2 * at;
  if (side === 1) return 2 * (at + 1) + 1;
  return side === 2 ? 2 * (at + columns) : 2 * at + 1;
}

function crossSquare({ values, columns }: Field, level: number, at: number, next: Map<number, number>): void {
  const corners = [values[at], values[at + 1], values[at + columns + 1], values[at + columns]] as number[];
  let kind = 0;
  for (let corner = 0; corner < 4; corner++) if ((corners[corner] as number) > level) kind |= 1 << corner;
  const middle = corners.reduce((sum, value) => sum + value, 0) / 4;
  const sides = (middle > level ? joinedSaddles[kind] : undefined) ?? segments[kind] ?? [];
  for (let index = 0; index < sides.length; index += 2) {
    next.set(sideOf(at, sides[index] as number, columns), sideOf(at, sides[index + 1] as number, columns));
  }
}

/** Follows segments from end to end: first the lines that begin at the border, then the rings. */
function joinSegments(next: Map<number, number>): number[][] {
  const ends = new Set(next.values());
  const lines: number[][] = [];
  for (const onlyOpen of [true, false]) {
    for (const start of [...next.keys()]) {
      if (!next.has(start) || (onlyOpen && ends.has(start))) continue;
      const line = [start];
      for (let at = next.get(start); at !== undefined; at = next.get(at)) {
        next.delete(line.at(-1) as number);
        line.push(at);
      }
      lines.push(line);
    }
  }
  return lines;
}

/** Where on an edge the level lies, by linear interpolation. */
function crossing({ values, columns, rows, bounds }: Field, level: number, edge: number): Point {
  const at = edge >> 1;
  const upward = edge & 1;
  const [from, to] = [values[at] as number, values[at + (upward ? columns : 1)] as number];
  const share = to === from ? 0.5 : (level - from) / (to - from);
  const column = (at % columns) + (upward ? 0 : share);
  const row = Math.floor(at / columns) + (upward ? share : 0);
  return {
    x: bounds.x0 + (column / (columns - 1)) * (bounds.x1 - bounds.x0),
    y: bounds.y0 + (row / (rows - 1)) * (bounds.y1 - bounds.y0),
  };
}
