import { describe, expect, it } from "vitest";
import { poolCounts } from "./pool-counts.ts";
import type { PoolGroup } from "./schema.ts";

const groups: readonly PoolGroup[] = Object.freeze([
  { type: "insight", benchmark: "DevEval", lifecycle: "active", count: 5 },
  { type: "insight", benchmark: "Aider Polyglot", lifecycle: "active", count: 3 },
  { type: "insight", benchmark: "Aider Polyglot", lifecycle: "deprecated", count: 2 },
  { type: "trajectory", benchmark: "DevEval", lifecycle: "candidate", count: 7 },
] as const);

describe("poolCounts", () => {
  const counts = poolCounts(groups);

  it("orders types by abstraction and benchmarks by name", () => {
    expect(counts.types).toEqual(["trajectory", "insight"]);
    expect(counts.rows.map((row) => row.benchmark)).toEqual(["Aider Polyglot", "DevEval"]);
  });

  it("adds lifecycles up in a cell, and writes 0 where there is none", () => {
    expect(counts.rows[0]).toEqual({ benchmark: "Aider Polyglot", counts: [0, 5], total: 5 });
    expect(counts.rows[1]).toEqual({ benchmark: "DevEval", counts: [7, 5], total: 12 });
  });

  it("has totals that agree with the cells", () => {
    expect(counts.typeTotals).toEqual([7, 10]);
    expect(counts.total).toBe(17);
    expect(counts.lifecycles).toEqual({ candidate: 7, active: 8, deprecated: 2 });
  });

  it("stands for an empty pool", () => {
    expect(poolCounts([])).toEqual({
      total: 0,
      types: [],
      rows: [],
      typeTotals: [],
      lifecycles: { candidate: 0, active: 0, deprecated: 0 },
    });
  });
});
