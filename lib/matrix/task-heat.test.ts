import { describe, expect, it } from "vitest";
import { arrangeHeat } from "./arrange-heat.ts";
import { taskHeat } from "./task-heat.ts";
import { runOf, tasksOf } from "./testing.ts";

const runs = [
  runOf({ id: "base" }),
  runOf({ id: "a", baselineId: "base" }),
  runOf({ id: "b", baselineId: "base" }),
];
const heatOf = (base: Record<string, string>, a: Record<string, string>, b: Record<string, string>) =>
  taskHeat(
    runs,
    new Map([
      ["base", tasksOf(base)],
      ["a", tasksOf(a)],
      ["b", tasksOf(b)],
    ]),
  );

describe("taskHeat", () => {
  it("shows k of n of each run, and nothing where nothing counts", () => {
    const [first, second] = heatOf({ 1: "ppf", 2: "m" }, { 1: "fff" }, { 1: "ppp", 2: "pe" });
    expect(first?.cells.map((cell) => cell && [cell.passed, cell.scored, cell.pairTaskId])).toEqual([
      [2, 3, null],
      [0, 3, "1"],
      [3, 3, "1"],
    ]);
    // Rates 2/3, 0 and 1: their mean is 5/9. numpy.var([2/3, 0, 1]) = 0.17283950617283947
    expect(first?.disagreement).toBeCloseTo(0.17283950617283947, 12);
    expect(second?.cells).toMatchObject([null, null, { passed: 1, scored: 2, errored: 1, pairTaskId: null }]);
    expect(second).toMatchObject({ disagreement: null, rate: 0.5, errored: 1 });
  });

  it("joins a task without a checksum with the only known one of its name, and with none of two", () => {
    const known = (checksum: string) =>
      tasksOf({ 1: "p" }).map((task) => ({ ...task, taskId: checksum, checksum }));
    const tasks = (b: string) =>
      new Map([
        ["base", tasksOf({ 1: "p" })],
        ["a", known("x")],
        ["b", known(b)],
      ]);
    expect(taskHeat(runs, tasks("x"))).toHaveLength(1);
    expect(taskHeat(runs, tasks("x"))[0]?.cells[1]?.pairTaskId).toBe("1");
    expect(taskHeat(runs, tasks("y"))).toHaveLength(3);
  });
});

describe("arrangeHeat", () => {
  const rows = heatOf(
    { "x/same": "p", "x/differs": "p", "y/hard": "f" },
    { "x/same": "p", "x/differs": "f", "y/hard": "f" },
    { "x/same": "p", "x/differs": "p", "y/hard": "f" },
  );
  const linesOf = (asked: Partial<Parameters<typeof arrangeHeat>[1]>) =>
    arrangeHeat(rows, { order: "disagreement", benchmark: null, find: "", ...asked }).map((line) =>
      line.kind === "task" ? line.row.taskName : `${line.benchmark}:${line.tasks}`,
    );

  it("puts what runs disagree about first in its benchmark", () => {
    expect(linesOf({})).toEqual(["x:2", "differs", "same", "y:1", "hard"]);
    expect(linesOf({ order: "name" })).toEqual(["x:2", "differs", "same", "y:1", "hard"]);
    expect(linesOf({ order: "rate" })).toEqual(["x:2", "differs", "same", "y:1", "hard"]);
  });

  it("narrows to a benchmark and to words of the name", () => {
    expect(linesOf({ benchmark: "y" })).toEqual(["y:1", "hard"]);
    expect(linesOf({ find: "SAM" })).toEqual(["x:1", "same"]);
    expect(linesOf({ find: "none" })).toEqual([]);
  });
});
