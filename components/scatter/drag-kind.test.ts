import { describe, expect, it } from "vitest";
import { type DragKind, dragKind, pinchOf } from "./drag-kind.ts";
import type { ScatterTool } from "./scatter-data.ts";

const held = { button: 0, shiftKey: false, altKey: false };

describe("dragKind", () => {
  it.each<[ScatterTool, object, DragKind | null, string]>([
    ["pan", {}, { draw: null, mode: "replace" }, "moves"],
    [
      "pan",
      { shiftKey: true },
      { draw: "rectangle", mode: "add" },
      "Shift selects without changing the tool",
    ],
    ["pan", { altKey: true }, { draw: "rectangle", mode: "remove" }, "so does Alt"],
    ["lasso", {}, { draw: "lasso", mode: "replace" }, "selects anew"],
    ["lasso", { shiftKey: true }, { draw: "lasso", mode: "add" }, "adds"],
    ["rectangle", { altKey: true }, { draw: "rectangle", mode: "remove" }, "removes"],
    ["lasso", { button: 1 }, { draw: null, mode: "replace" }, "the middle button moves"],
    ["lasso", { button: 2 }, null, "the right button is the browser's"],
  ])("%s %j is %j: %s", (tool, more, expected) => {
    expect(dragKind(tool, { ...held, ...more })).toEqual(expected);
  });
});

describe("pinchOf", () => {
  it("zooms about the middle of the fingers by how far they part", () => {
    const before = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
    ] as const;
    const after = [
      { x: -5, y: 2 },
      { x: 25, y: 2 },
    ] as const;
    expect(pinchOf(before, after)).toEqual({ factor: 3, at: { x: 10, y: 2 }, dx: 5, dy: 2 });
  });
  it("stays finite when fingers meet", () => {
    const spot = { x: 1, y: 1 };
    expect(pinchOf([spot, spot], [spot, spot]).factor).toBe(1);
  });
});
