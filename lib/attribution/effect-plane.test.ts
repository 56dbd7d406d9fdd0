import { describe, expect, it } from "vitest";
import type { AbstractionEffect } from "./abstraction-effects.ts";
import { effectPlane } from "./effect-plane.ts";
import type { MemoryVerdict } from "./memory-attribution.ts";

function row(id: string, lisi: number | null, effect: number, verdict: MemoryVerdict): AbstractionEffect {
  return {
    memoryId: id,
    title: id,
    type: "insight",
    benchmark: "DevEval",
    lifecycle: "active",
    abstraction: { lisi, invariantShare: null, lintFindings: 0 },
    effect,
    verdict,
    alike: [],
    restsOnErrors: false,
    alikeNamed: [],
    rival: null,
    rivalNamed: null,
    retrievals: 3,
    attempts: 3,
    tasks: 3,
    gained: 0,
    lost: 3,
    kept: 0,
    never: 0,
    lostAlone: 0,
    lostByChance: 1,
    gainedByChance: 0,
    netLossByChance: 0.1,
    netGainByChance: 0,
    passed: 0,
    expected: 2,
    p: 0.01,
    q: verdict === "harmful" ? 0.02 : 0.5,
  };
}

const rows = [
  row("abstract and harmful", 6, -0.8, "harmful"),
  row("specific and harmful", 1, -0.8, "harmful"),
  row("abstract, suspected", 6, -1, "suspected"),
  row("abstract, one task", 6, -1, "few"),
  row("not measured", null, -1, "harmful"),
];

describe("effectPlane", () => {
  const plane = effectPlane(rows, "lisi", 4);

  it("draws what is abstract and harmful on top, and nothing that is not measured", () => {
    expect(plane.points).toHaveLength(4);
    expect(plane.unmeasured).toBe(1);
    expect(plane.points.at(-1)?.row.memoryId).toBe("abstract and harmful");
    expect(plane.points.at(-2)?.row.memoryId).toBe("specific and harmful");
  });

  it("suspects nothing by its effect alone", () => {
    expect(
      plane.points.filter(({ isSuspect }) => isSuspect).map(({ row: { memoryId } }) => memoryId),
    ).toEqual(["abstract and harmful"]);
  });

  it("keeps points inside the plane", () => {
    for (const { x, y } of plane.points) {
      for (const share of [x, y]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
    }
    expect(plane.zero).toBe(0.5);
    expect(plane.division).toBeGreaterThan(0.5);
  });

  it("stays finite where all have one value, or none is there", () => {
    expect(effectPlane([row("one", 4, 0, "few")], "lisi", 4).points[0]?.x).toBeCloseTo(0.5);
    expect(effectPlane([], "lisi", 4).division).toBeCloseTo(0.5);
  });
});
