import { describe, expect, it } from "vitest";
import { simulatePool } from "#lib/testing/simulate-pool.ts";
import {
  abstractionEffects,
  isAbstract,
  type MeasuredMemory,
  medianAbstraction,
  shownEffects,
} from "./abstraction-effects.ts";
import { attributeChanges } from "./attribute-changes.ts";

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

describe("abstractionEffects", () => {
  const { tasks, shown, harmful } = simulatePool({ tasks: 240, memories: 120, rates: "mixed", harm: -5 }, 3);
  const attributed = attributeChanges(tasks, shown);
  const measured = attributed.map(({ memoryId }) => memory(memoryId, harmful.has(memoryId) ? 6 : 2));
  const rows = abstractionEffects(attributed, measured, new Map([["m5", "Trust it"]]));

  it("puts the planted harmful ones first, and they alone are abstract and harmful", () => {
    const named = rows.filter((row) => row.verdict === "harmful" && isAbstract(row, "lisi", 4));
    expect(named.map(({ memoryId }) => memoryId).sort()).toEqual([...harmful].sort());
    expect(rows.slice(0, named.length)).toEqual(named);
  });

  it("names those from which a memory can't be told apart", () => {
    const companion = rows.find(({ rival }) => rival === "m5");
    expect(companion).toMatchObject({ rivalNamed: { id: "m5", title: "Trust it" } });
    expect(companion?.verdict).not.toBe("harmful");
  });

  it("leaves out memories that the query did not find", () => {
    expect(abstractionEffects(attributed, [], new Map())).toEqual([]);
  });
});

describe("isAbstract", () => {
  it.each([
    { got: isAbstract(memory("m", 3), "lisi", 2), expected: true, why: "above the median" },
    { got: isAbstract(memory("m", 2), "lisi", 2), expected: true, why: "at it" },
    { got: isAbstract(memory("m", 1), "lisi", 2), expected: false, why: "below" },
    {
      got: isAbstract(memory("m", 1, 5), "lintFindings", 2),
      expected: false,
      why: "more findings, less abstract",
    },
    { got: isAbstract(memory("m", null), "lisi", 2), expected: null, why: "not measured" },
  ])("$why", ({ got, expected }) => {
    expect(got).toBe(expected);
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

describe("shownEffects", () => {
  const row = (lisi: number | null, tasks: number) => ({ ...memory(`m${lisi}`, lisi), tasks });
  const all = [row(2, 9), row(50, 1), row(4, 3), row(9, 3), row(null, 9), row(60, 2), row(5, 8)];

  it("takes the median of the memories that are shown, not of all, and not the mean or the first", () => {
    expect(shownEffects(all, 3, "lisi")).toEqual({
      rows: [all[0], all[2], all[3], all[4], all[6]],
      median: 4.5,
    });
    expect(shownEffects(all, 1, "lisi").median).toBe(7);
    expect(shownEffects(all, 10, "lisi")).toEqual({ rows: [], median: null });
  });
});
