import type { AbstractionEffect } from "#lib/attribution/abstraction-effects.ts";
import { effectPlane } from "#lib/attribution/effect-plane.ts";
import type { MemoryVerdict } from "#lib/attribution/memory-attribution.ts";
import { effectDots } from "./effect-dots.ts";

/** A memory of a plane, judged as a test says. */
export function effectOf(
  id: string,
  lisi: number | null,
  effect: number,
  verdict: MemoryVerdict = "unclear",
): AbstractionEffect {
  const isNamed = verdict === "harmful" || verdict === "helpful";
  return {
    ...{ memoryId: id, title: `Title of ${id}`, type: "insight", benchmark: "DevEval", lifecycle: "active" },
    ...{ abstraction: { lisi, invariantShare: null, lintFindings: 2 }, effect, verdict },
    ...{ alike: [], alikeNamed: [], rival: null, rivalNamed: null, restsOnErrors: false },
    ...{ retrievals: 9, attempts: 9, tasks: 9, passed: 4, expected: 5 },
    ...{ gained: 0, lost: 3, kept: 6, never: 0, lostAlone: 2 },
    ...{ lostByChance: 1, gainedByChance: 0, netLossByChance: 0.1, netGainByChance: 0 },
    ...{ p: isNamed ? 0.001 : 0.4, q: isNamed ? 0.021 : 0.6 },
  };
}

/** Four dots: two specific at the left, two abstract at the right, of which the lower is harmful. */
export const rowsOfTest = [
  effectOf("high-left", 1, 0.4),
  effectOf("low-left", 1.5, -0.4),
  effectOf("high-right", 4, 0.5),
  effectOf("harm", 4.5, -0.5, "harmful"),
];

/** The rows as the page hands them on. */
export function planeOfTest() {
  const { points, unmeasured: _, ...axes } = effectPlane(rowsOfTest, "lisi", 2.75);
  return { axes, dots: effectDots(points, "lisi") };
}
