import type { ThemedColor } from "./benchmark-palette.ts";
import type { ShapeName } from "./shapes.ts";

export type CategoryStyle = { color: ThemedColor; shape: ShapeName };

const good = { light: "#00734f", dark: "#35c4a0" };
const bad = { light: "#c4371e", dark: "#f28e6b" };
const warn = { light: "#8c6a00", dark: "#dcc24a" };
const quiet = { light: "#6b6b6b", dark: "#a8a8a8" };
const calm = { light: "#0072b2", dark: "#6db4e8" };

/** Outcomes and lifecycles in charts and maps: color and shape, the meaning of the badges. */
export const outcomeStyles: Record<string, CategoryStyle> = {
  passed: { color: good, shape: "circle" },
  failed: { color: bad, shape: "cross" },
  errored: { color: warn, shape: "triangle" },
  missing: { color: quiet, shape: "square" },
  unknown: { color: quiet, shape: "square" },
  kept: { color: calm, shape: "square" },
  gained: { color: good, shape: "triangle" },
  lost: { color: bad, shape: "triangle-down" },
  never: { color: quiet, shape: "diamond" },
};

export const lifecycleStyles: Record<string, CategoryStyle> = {
  candidate: { color: calm, shape: "diamond" },
  active: { color: good, shape: "circle" },
  deprecated: { color: quiet, shape: "cross" },
};

/** What is said of memories: only what is more than chance has a color. */
export const verdictStyles: Record<string, CategoryStyle> = {
  harmful: { color: bad, shape: "triangle-down" },
  helpful: { color: calm, shape: "triangle" },
  suspected: { color: quiet, shape: "diamond" },
  unclear: { color: quiet, shape: "circle" },
  "too few tasks": { color: quiet, shape: "square" },
};
