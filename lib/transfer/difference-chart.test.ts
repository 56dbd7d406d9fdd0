import { describe, expect, it } from "vitest";
import { compareRuns } from "./compare.ts";
import { differenceChart } from "./difference-chart.ts";
import type { ComparedTrial } from "./schema.ts";

function trials(benchmark: string, passes: readonly boolean[], attempts: number): ComparedTrial[] {
  return passes.flatMap((passed, i) =>
    Array.from({ length: attempts }, (_, at) => ({
      taskId: `${benchmark}${i}`,
      benchmark,
      taskName: `t${i}`,
      checksum: "",
      attempt: at + 1,
      outcome: passed ? ("passed" as const) : ("failed" as const),
    })),
  );
}

describe("differenceChart", () => {
  const base = [...trials("a", [true, false, false, false], 3), ...trials("b", [true, false], 1)];
  const candidate = [...trials("a", [true, true, false, false], 3), ...trials("b", [true, false], 1)];
  const comparison = compareRuns(base, candidate);

  it("has a dot per benchmark and one per average, in shares", () => {
    const { model, table } = differenceChart(comparison, 1);
    expect(model.rows.map((row) => [row.name, row.value])).toEqual([
      ["a", 0.25],
      ["b", 0],
      ["Micro average", 1 / 6],
      ["Macro average", 0.125],
    ]);
    expect(table.rows[0]?.slice(0, 5)).toEqual(["a", "4", "25.0%", "50.0%", "+25.0 points"]);
  });

  it("leaves out, and names, a benchmark whose pass@3 is unknown", () => {
    const { model, leftOut } = differenceChart(comparison, 3);
    expect(model.rows.map((row) => row.name)).toEqual(["a", "Micro average", "Macro average"]);
    expect(leftOut).toEqual(["b"]);
  });

  it("keeps 0 in the middle", () => {
    const [low, high] = differenceChart(comparison, 1).model.domain;
    expect(low).toBe(-high);
    expect((high * 10) % 1).toBeCloseTo(0, 9);
    expect(differenceChart(compareRuns([], []), 1).model).toMatchObject({ rows: [], domain: [-0.05, 0.05] });
  });
});
