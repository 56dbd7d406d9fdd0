import { buildPointGrid, type PointGrid } from "./point-grid.ts";

/** The geometry of a plot, given once: whatever changes later is a table or a bitmask. */
export type ScatterData = { x: Float32Array; y: Float32Array; grid: PointGrid };

export function scatterData(x: Float32Array, y: Float32Array): ScatterData {
  return { x, y, grid: buildPointGrid(x, y) };
}

export const scatterTools = ["pan", "rectangle", "lasso"] as const;
/** What dragging does. */
export type ScatterTool = (typeof scatterTools)[number];

/** What a new area does to the selection. */
export type SelectMode = "replace" | "add" | "remove";

/** The point one is at, and how one came there. */
export type ScatterFocus = { index: number; by: "mouse" | "keys" };
