import { describe, expect, it } from "vitest";
import type { AbstractionEffect } from "./abstraction-effects.ts";
import { effectPlane } from "./effect-plane.ts";

function row(
  id: string,
  lisi: number | null,
  effect: number,
  interval: [number, number] | null,
): AbstractionEffect {
  return {
    memoryId: id,
    title: id,
    type: "insight",
    benchmark: "DevEval",
    lifecycle: "active",
    abstraction: { lisi, invariantShare: null, lintFindings: 0 },
    effect,
    interval,
    retrievals: 3,
    tasks: 3,
    gained: 0,
    lost: 3,
    p: 0.25,
    q: 0.5,
  };
}

const rows = [
  row("abstract and harmful", 6, -0.8, [-1, -0.4]),
  row("specific and harmful", 1, -0.8, [-1, -0.4]),
  row("abstract, unclear", 6, -0.2, [-0.5, 0.1]),
  row("abstract, one task", 6, -1, null),
  row("not measured", null, -1, [-1, -1]),
];

describe("effectPlane", () => {
  const plane = effectPlane(rows, "lisi", 4);

  it("draws what is abstract and harmful on top, and nothing that is not measured", () => {
    expect(plane.points).toHaveLength(4);
    expect(plane.unmeasured).toBe(1);
    expect(plane.points.at(-1)?.row.memoryId).toBe("abstract and harmful");
  });

  it("keeps points and ends of intervals inside the plane", () => {
    for (const { x, y, low, high } of plane.points) {
      for (const share of [x, y, low ?? 0, high ?? 0]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
    }
    expect(plane.zero).toBe(0.5);
    expect(plane.division).toBeGreaterThan(0.5);
  });

  it("stays finite where all have one value, or none is there", () => {
    expect(effectPlane([row("one", 4, 0, null)], "lisi", 4).points[0]?.x).toBeCloseTo(0.5);
    expect(effectPlane([], "lisi", 4).division).toBeCloseTo(0.5);
  });
});
