import { contours } from "d3-contour";
import type { Field } from "./density.ts";
import type { Point } from "./viewport.ts";

/** A ring through the plane where a field has one value: its ends are the same point. */
export type ContourLine = readonly Point[];

/** The rings around everything at or above the level; where that touches the border, they run along it. */
export function contourLines({ columns, rows, bounds, values }: Field, level: number): ContourLine[] {
  const { coordinates } = contours().size([columns, rows]).contour(Array.from(values), level);
  // A grid point lies in the middle of its cell, half a cell from the cell's corner.
  const toPoint = ([column = 0, row = 0]: readonly number[]): Point => ({
    x: bounds.x0 + ((column - 0.5) / (columns - 1)) * (bounds.x1 - bounds.x0),
    y: bounds.y0 + ((row - 0.5) / (rows - 1)) * (bounds.y1 - bounds.y0),
  });
  return coordinates.flat().map((ring) => ring.map(toPoint));
}
