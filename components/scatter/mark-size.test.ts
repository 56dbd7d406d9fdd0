import { describe, expect, it } from "vitest";
import { markSize } from "./mark-size.ts";
import { makeStamp } from "./stamp.ts";

const size = { width: 900, height: 700 };

describe("markSize", () => {
  it.each([
    [10, 5.5, "few marks are large, but not huge"],
    [20_000, 2.25, "many are small"],
    [100_000, 1.5, "more are smaller"],
    [1_000_000, 0.5, "and at last one pixel each"],
  ])("%i points have radius %d: %s", (count, radius) => {
    expect(markSize(count, count, size, 1, 1).radius).toBe(radius);
  });
  it("keeps a frame short on a dense screen too", () => {
    const { radius } = markSize(100_000, 100_000, size, 1, 3);
    expect(100_000 * (2 * radius * 3) ** 2).toBeLessThan(2e6);
  });
  it("grows with the zoom when few points are left in sight", () => {
    expect(markSize(100_000, 500, size, 16, 1).radius).toBe(5.5);
    expect(markSize(100_000, 100_000, size, 16, 1).radius).toBe(2);
  });
  it("lets density show: the more marks cover each other, the fainter each", () => {
    expect(markSize(1000, 1000, size, 1, 1).opacity).toBeGreaterThan(0.9);
    expect(markSize(1_000_000, 1_000_000, size, 1, 1).opacity).toBeLessThan(0.8);
  });
  it("stands no points and no room", () => {
    expect(markSize(0, 0, { width: 0, height: 0 }, 1, 1).radius).toBeGreaterThan(0);
  });
});

describe("makeStamp", () => {
  it.each([
    [0.5, 1],
    [1, 4],
    [1.5, 9],
  ])("of radius %d is a square of %i pixels", (radius, pixels) => {
    const stamp = makeStamp("star", radius);
    expect([...stamp.cover]).toEqual(Array(pixels).fill(256));
    expect(stamp.halo).toBeNull();
  });
  it.each(["circle", "square", "triangle", "cross", "hourglass"] as const)(
    "%s covers about its area, soft at its edge",
    (shape) => {
      const { cover, halo } = makeStamp(shape, 5);
      const area = cover.reduce((sum, share) => sum + share / 256, 0);
      expect(area).toBeGreaterThan(25);
      expect(area).toBeLessThan(75);
      expect(cover.some((share) => share < 256)).toBe(true);
      expect(halo?.cover.reduce((sum, share) => sum + share / 256, 0)).toBeGreaterThan(area + 10);
    },
  );
});
