import { describe, expect, it } from "vitest";
import { planeFrame } from "./plane-frame.ts";

describe("planeFrame", () => {
  it("reaches to the margins of its box, with y upwards", () => {
    const { left, right, top, bottom, px, py } = planeFrame({ width: 800, height: 600 });
    expect([px(0), px(1)]).toEqual([left, right]);
    expect([py(0), py(1)]).toEqual([bottom, top]);
    expect(right).toBeGreaterThan(780);
    expect(bottom - top).toBeGreaterThan(500);
  });

  it("never turns over in a box that is too small", () => {
    const { left, right, top, bottom } = planeFrame({ width: 10, height: 10 });
    expect(right - left).toBe(0);
    expect(bottom - top).toBe(0);
  });
});
