import type { ScatterTool, SelectMode } from "./scatter-data.ts";

export type DragKind = { draw: "rectangle" | "lasso" | null; mode: SelectMode };
type Held = { button: number; shiftKey: boolean; altKey: boolean };

/**
 * What a drag does: the tool decides; Shift adds to the selection and Alt removes from it, by a rectangle where the tool
 * draws nothing; the middle button always moves the plot. Null = nothing (the right button).
 */
export function dragKind(tool: ScatterTool, { button, shiftKey, altKey }: Held): DragKind | null {
  if (button === 1) return { draw: null, mode: "replace" };
  if (button !== 0) return null;
  const mode = shiftKey ? "add" : altKey ? "remove" : "replace";
  if (tool !== "pan") return { draw: tool, mode };
  return { draw: mode === "replace" ? null : "rectangle", mode };
}

type Spot = { x: number; y: number };

/** How two fingers moved: the plot is zoomed by `factor` about `at` and moved by dx, dy. */
export function pinchOf(before: readonly [Spot, Spot], after: readonly [Spot, Spot]) {
  const apart = ([a, b]: readonly [Spot, Spot]) => Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));
  const middle = ([a, b]: readonly [Spot, Spot]) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  const [from, at] = [middle(before), middle(after)];
  return { factor: apart(after) / apart(before), at, dx: at.x - from.x, dy: at.y - from.y };
}
