import { describe, expect, it } from "vitest";
import { type Direction, nextPoint } from "./next-point.ts";

// 0 in the middle; 1 right; 2 far right; 3 up and a little right; 4 left; 5 and 6 lie on one another, below.
const x = Float32Array.of(0, 1, 3, 0.5, -2, 0, 0);
const y = Float32Array.of(0, 0.2, 0, 2, 0, -1, -1);
const all = null;

describe("nextPoint", () => {
  it.each<[number, Direction, number, string]>([
    [0, "right", 1, "the nearest that way"],
    [1, "right", 2, "and on"],
    [2, "right", 2, "nothing further: it stays"],
    [0, "up", 3, "a little aside still counts as up"],
    [0, "left", 4, "the other way"],
    [0, "down", 5, "the first of two equal points"],
    [5, "right", 6, "through equal points in order"],
    [6, "left", 5, "and back"],
    [-1, "up", 0, "from nowhere to the first"],
  ])("from %i %s to %i: %s", (from, direction, to) => {
    expect(nextPoint(x, y, from, direction, all)).toBe(to);
  });

  it("passes hidden points over", () => {
    expect(nextPoint(x, y, 0, "right", Uint8Array.of(1, 0, 1, 1, 1, 1, 1))).toBe(2);
    expect(nextPoint(x, y, -1, "right", Uint8Array.of(0, 0, 0, 0, 1, 1, 1))).toBe(4);
    expect(nextPoint(x, y, -1, "right", new Uint8Array(7))).toBe(-1);
  });

  it("can reach every point from the first by some way", () => {
    const reached = new Set([0]);
    const waiting = [0];
    while (waiting.length > 0) {
      const from = waiting.pop() ?? 0;
      for (const direction of ["left", "right", "up", "down"] as const) {
        const to = nextPoint(x, y, from, direction, all);
        if (!reached.has(to)) {
          reached.add(to);
          waiting.push(to);
        }
      }
    }
    expect(reached.size).toBe(x.length);
  });
});
