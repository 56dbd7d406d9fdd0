import { describe, expect, it } from "vitest";
import { missingCode } from "#components/scatter/number-ramp.ts";
import { packHex } from "#components/scatter/pack-color.ts";
import { categoryColumn, type MapPoints, unknownNumbers } from "#lib/maps/map-binary.ts";
import { categoryLook } from "./category-look.ts";
import { type LookChoice, largestMark, mapLook, measureDomain } from "./map-look.ts";
import { sameCategories } from "./testing.ts";

function pointsOf(benchmarks: readonly string[]): MapPoints {
  const plain = categoryColumn(benchmarks.map(() => "active"));
  return {
    x: new Float32Array(benchmarks.length),
    y: new Float32Array(benchmarks.length),
    ids: benchmarks.map((_, index) => String(index)),
    placed: new Uint8Array(benchmarks.length),
    categories: {
      ...sameCategories(plain),
      benchmark: categoryColumn(benchmarks),
      outcome: categoryColumn(benchmarks.map((_, index) => (index % 2 === 0 ? "passed" : "failed"))),
      verdict: categoryColumn(benchmarks.map((_, index) => (index < 2 ? "harmful" : "suspected"))),
    },
    numbers: {
      ...unknownNumbers(benchmarks.length),
      effect: Float32Array.from(benchmarks, (_, index) =>
        index === 0 ? Number.NaN : index === 1 ? -0.8 : 0.4,
      ),
      retrievals: Float32Array.from(benchmarks, (_, index) => 100 * index),
    },
  };
}

const points = pointsOf(["DevEval", "EvoEval", "DevEval"]);
const byBenchmark: LookChoice = { color: "benchmark", domain: [0, 1], shape: null, size: "same" };

describe("mapLook", () => {
  it.each([
    ["light", false],
    ["dark", true],
  ] as const)("gives a facet's color and shape, as the %s legend draws them", (theme, dark) => {
    const { color, shape } = mapLook(points, byBenchmark, dark);
    const style = categoryLook("benchmark", "EvoEval");
    expect(color.palette[color.codes[1] ?? 0]).toBe(packHex(style.color[theme]));
    expect(shape?.names[shape.codes[1] ?? 0]).toBe(style.shape);
  });

  it("tells a second facet by shape alone", () => {
    const { color, shape } = mapLook(points, { ...byBenchmark, shape: "outcome" }, false);
    expect(shape?.names).toEqual(["failed", "passed"].map((name) => categoryLook("outcome", name).shape));
    expect(color.codes).toBe(points.categories.benchmark.codes);
  });

  it("centers the ramp of effects on 0 and keeps what is unknown out of it", () => {
    const domain = measureDomain("effect", [points]);
    expect(domain[0]).toBeCloseTo(-domain[1]);
    const { color } = mapLook(points, { ...byBenchmark, color: "effect", domain }, false);
    expect(color.codes[0]).toBe(missingCode);
    expect(color.codes[1]).toBe(0);
  });

  it("draws an effect that may be chance as none, and raw net counts likewise", () => {
    for (const measure of ["effect", "netTasks"] as const) {
      const counted = { ...points, numbers: { ...points.numbers, netTasks: points.numbers.effect } };
      const { color } = mapLook(counted, { ...byBenchmark, color: measure, domain: [-1, 1] }, false);
      // 0.4, but only suspected.
      expect(color.codes[2]).toBe(127);
      expect(color.codes[1]).toBeLessThan(127);
    }
  });

  it("sizes by retrievals only when asked", () => {
    expect(mapLook(points, byBenchmark, false).sizeCodes).toBeUndefined();
    const { sizeCodes } = mapLook(points, { ...byBenchmark, size: "retrievals" }, false);
    expect([...(sizeCodes ?? [])]).toEqual([0, 2, 3]);
  });

  it("tells size by how far an effect is from none, and only where it is named", () => {
    const { sizeCodes } = mapLook(points, { ...byBenchmark, size: "effect" }, false);
    // Unknown, harmful at -80 points, and +40 points that may be chance.
    expect([...(sizeCodes ?? [])]).toEqual([0, 3, 0]);
  });

  it("shares the largest size among maps beside each other", () => {
    const retrievals = { ...byBenchmark, size: "retrievals" } as const;
    const larger = { ...points, numbers: { ...points.numbers, retrievals: Float32Array.of(3200, 0, 0) } };
    const largest = largestMark("retrievals", [points, larger]);
    expect([...(mapLook(points, retrievals, false).sizeCodes ?? [])]).toEqual([0, 2, 3]);
    expect([...(mapLook(points, { ...retrievals, largest }, false).sizeCodes ?? [])]).toEqual([0, 0, 1]);
  });
});
