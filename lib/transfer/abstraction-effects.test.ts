import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import {
  abstractionEffects,
  type MeasuredMemory,
  medianAbstraction,
  quadrantOf,
} from "./abstraction-effects.ts";
import { blameMemories, withInterval } from "./blame.ts";
import type { PairedTask } from "./schema.ts";
import { noOutcomes } from "./tally-attempts.ts";

function task(id: string, effect: number): PairedTask {
  const tally = { outcomes: noOutcomes(), scored: 2, passed: 1, firstK: [true], firstKErrored: [false] };
  const outcome = effect < 0 ? "lost" : effect > 0 ? "gained" : "kept";
  return {
    taskId: id,
    candidateTaskId: id,
    benchmark: "b",
    taskName: id,
    checksum: "",
    outcome,
    compared: 1,
    base: tally,
    candidate: tally,
    effect,
    errored: false,
    noiseP: null,
    noiseQ: null,
    evidence: null,
  };
}

function memory(memoryId: string, lisi: number | null, lintFindings = 0): MeasuredMemory {
  return {
    memoryId,
    title: memoryId,
    type: "insight",
    benchmark: "b",
    lifecycle: "active",
    abstraction: { lisi, invariantShare: lisi === null ? null : lisi / 10, lintFindings },
  };
}

/**
 * Planted: 40 memories, the abstract half helping at the tasks they are shown at, but for one that harms; the others
 * doing nothing on average.
 */
function planted() {
  const random = seededRandom(8);
  const tasks: PairedTask[] = [];
  const shown: { memoryId: string; candidateTaskId: string }[] = [];
  const measured: MeasuredMemory[] = [];
  for (let m = 0; m < 40; m++) {
    const memoryId = m === 39 ? "abstract and harmful" : `memory ${m}`;
    measured.push(memory(memoryId, 1 + m / 10));
    for (let t = 0; t < 12; t++) {
      const noise = random() < 0.5 ? -0.5 : 0.5;
      const effect = m === 39 ? -0.5 : m >= 20 ? (t % 4 === 0 ? 0 : 0.5) : noise;
      tasks.push(task(`${m}-${t}`, effect));
      shown.push({ memoryId, candidateTaskId: `${m}-${t}` });
    }
  }
  const options = { seed: 42, confidence: 0.95 };
  const blamed = blameMemories(tasks, shown).map((row) => withInterval(row, options));
  return abstractionEffects(blamed, measured);
}

describe("the abstraction-effect plane of planted data", () => {
  const rows = planted();
  const median = medianAbstraction(rows, "lisi") ?? Number.NaN;

  it("puts the one abstract and harmful memory in a quadrant of its own", () => {
    const harmful = rows.filter((row) => {
      const quadrant = quadrantOf(row, "lisi", median);
      return quadrant?.abstract && quadrant.direction === "harmful";
    });
    expect(harmful.map(({ memoryId }) => memoryId)).toEqual(["abstract and harmful"]);
    expect(rows[0]).toMatchObject({ memoryId: "abstract and harmful", effect: -0.5, interval: [-0.5, -0.5] });
  });

  it("finds the helpful ones among the abstract", () => {
    const helpful = rows.filter((row) => quadrantOf(row, "lisi", median)?.direction === "helpful");
    expect(helpful.filter((row) => quadrantOf(row, "lisi", median)?.abstract)).toHaveLength(19);
  });

  it("counts retrievals and tasks", () => {
    expect(rows.every(({ retrievals, tasks }) => retrievals === 12 && tasks === 12)).toBe(true);
  });
});

describe("quadrantOf", () => {
  const at = (lisi: number | null, interval: [number, number] | null, lintFindings = 0) =>
    quadrantOf(
      { ...memory("m", lisi, lintFindings), interval },
      lintFindings > 0 ? "lintFindings" : "lisi",
      2,
    );
  it.each([
    { got: at(3, [-0.4, -0.1]), expected: { abstract: true, direction: "harmful" }, why: "below 0" },
    { got: at(1, [0.1, 0.2]), expected: { abstract: false, direction: "helpful" }, why: "above 0" },
    { got: at(2, [-0.1, 0.2]), expected: { abstract: true, direction: "unclear" }, why: "holds 0" },
    { got: at(2, null), expected: { abstract: true, direction: "unclear" }, why: "a single task" },
    { got: at(null, [0.1, 0.2]), expected: null, why: "not measured" },
    {
      got: at(1, null, 5),
      expected: { abstract: false, direction: "unclear" },
      why: "more findings, less abstract",
    },
  ])("$why", ({ got, expected }) => {
    expect(got).toEqual(expected);
  });
});

describe("medianAbstraction", () => {
  it.each([
    {
      rows: [memory("a", 1), memory("b", 3), memory("c", null)],
      expected: 2,
      why: "of those that have the measure",
    },
    { rows: [memory("a", 1), memory("b", 3), memory("c", 9)], expected: 3, why: "the middle one" },
    { rows: [memory("c", null)], expected: null, why: "none has it" },
  ])("$why", ({ rows, expected }) => {
    expect(medianAbstraction(rows, "lisi")).toBe(expected);
  });
});

it("leaves out memories that the query did not find", () => {
  const blamed = blameMemories([task("t", 1)], [{ memoryId: "gone", candidateTaskId: "t" }]);
  expect(
    abstractionEffects(
      blamed.map((row) => withInterval(row, { seed: 1, confidence: 0.95 })),
      [],
    ),
  ).toEqual([]);
});
