import { describe, expect, it } from "vitest";
import { formatDuration } from "./duration.ts";
import { formatShare } from "./format-share.ts";
import { lineDiff } from "./line-diff.ts";

describe("formatDuration", () => {
  it.each([
    [0, "0 ms"],
    [820, "820 ms"],
    [12_300, "12 s"],
    [59_700, "1 min"],
    [185_000, "3 min 5 s"],
    [7_440_000, "2 h 4 min"],
  ])("%d ms is %s", (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });
});

describe("formatShare", () => {
  it("shows a percentage, and a dash where there is nothing to count", () => {
    expect(formatShare(5, 8)).toBe("62.5%");
    expect(formatShare(0, 0)).toBe("–");
  });
});

describe("lineDiff", () => {
  it("keeps order: removed before added, equal lines between", () => {
    expect(lineDiff("a\nb\nc\n", "a\nx\nc\n")).toEqual([
      { kind: "same", text: "a" },
      { kind: "removed", text: "b" },
      { kind: "added", text: "x" },
      { kind: "same", text: "c" },
    ]);
  });
});
