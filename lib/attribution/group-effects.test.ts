import { describe, expect, it } from "vitest";
import { simulatePool } from "#lib/testing/simulate-pool.ts";
import { compareTasks } from "#lib/transfer/compare-tasks.ts";
import type { ComparedTrial } from "#lib/transfer/schema.ts";
import type { ShownMemory } from "./exposures.ts";
import { groupEffects, isNamedGroup, withQ } from "./group-effects.ts";

const trial = (task: string, attempt: number, passed: boolean): ComparedTrial => ({
  taskId: task,
  benchmark: "b",
  taskName: task,
  checksum: "",
  attempt,
  outcome: passed ? "passed" : "failed",
});
const shown = (memoryId: string | null, task: string, attempt: number, passed: boolean): ShownMemory => ({
  memoryId,
  candidateTaskId: task,
  trialId: `${task} ${attempt}`,
  outcome: passed ? "passed" : "failed",
});

describe("groupEffects", () => {
  const base = [trial("t0", 1, true), trial("t0", 2, true), trial("t1", 1, true), trial("t1", 2, false)];
  const candidate = [trial("t0", 1, false), trial("t0", 2, true), trial("t1", 1, true), trial("t1", 2, true)];
  const { tasks } = compareTasks(base, candidate);

  it("counts a task and an attempt once in a group, however many of its memories were shown", () => {
    const showings = [
      shown("a", "t0", 1, false),
      shown("a2", "t0", 1, false),
      shown("a", "t1", 1, true),
      shown("b", "t1", 2, true),
      shown(null, "t0", 2, true),
    ];
    const rows = groupEffects(tasks, showings, (id) => [id.charAt(0)]);
    expect(rows).toMatchObject([
      // t0: 0 of 1 against 2 of 2; t1: 1 of 1 against 1 of 2.
      { group: "a", memories: 2, tasks: 2, attempts: 2, passed: 1, effect: (-1 + 0.5) / 2, p: null },
      { group: "b", memories: 1, tasks: 1, attempts: 1, passed: 1, effect: 0.5, ci: null },
    ]);
  });

  it("leaves out missing attempts, tasks that are not paired, and memories without a group", () => {
    const missing: ShownMemory = { ...shown("a", "t0", 1, false), outcome: "missing" };
    expect(groupEffects(tasks, [missing, shown("a", "t9", 1, true)], () => ["g"])).toEqual([]);
    expect(groupEffects(tasks, [shown("a", "t0", 1, true)], () => [])).toEqual([]);
  });

  it("names a group only at q <= .05 and where baseline and run agree", () => {
    const row = { group: "g", memories: 1, tasks: 9, attempts: 9, passed: 2, expected: 5, effect: -0.3 };
    const rest = { ci: null, p: 0.01 };
    expect(isNamedGroup({ ...row, ...rest, q: 0.05 })).toBe("harmful");
    expect(isNamedGroup({ ...row, ...rest, q: 0.051 })).toBeNull();
    expect(isNamedGroup({ ...row, ...rest, q: null })).toBeNull();
    expect(isNamedGroup({ ...row, ...rest, q: 0.01, effect: 0.1 })).toBeNull();
    expect(isNamedGroup({ ...row, ...rest, q: 0.01, effect: 0.1, passed: 8 })).toBe("helpful");
  });
});

describe("withQ", () => {
  it("corrects over the groups that can be tested alone", () => {
    const qs = withQ([{ p: 0.01 }, { p: null }, { p: 0.04 }] as never[]).map(({ q }) => q);
    expect(qs).toEqual([0.02, null, 0.04]);
  });
});

describe("a heat map of 5 sources and the targets", () => {
  const cellsOf = (seed: number, harm?: number) => {
    const pool = {
      tasks: 240,
      memories: 60,
      rates: "mixed",
      taskSd: 0.6,
      ...(harm ? { harm } : {}),
    } as const;
    const { tasks, shown: showings } = simulatePool(pool, seed);
    // The planted ones are of a source of their own.
    const sourceOf = (id: string) =>
      id === "m5" || id === "m17" || id === "m40" ? "x" : Number(id.match(/\d+/)) % 5;
    return withQ(groupEffects(tasks, showings, (id, { benchmark }) => [`${sourceOf(id)} ${benchmark}`]));
  };
  const named = (harm?: number) =>
    Array.from({ length: 20 }, (_, seed) => cellsOf(300 + seed, harm).filter(isNamedGroup));

  it("colors a cell of few maps where memories do nothing", () => {
    // 5% of 20 maps is 1; 5 or more would come once in 400 times.
    expect(named().filter((cells) => cells.length > 0).length).toBeLessThan(5);
  });

  it("colors the source of planted harm", () => {
    const cells = named(-5).flat();
    const right = cells.filter(({ group }) => group.startsWith("x "));
    expect(right.length).toBeGreaterThan(20);
    expect(right.every((cell) => isNamedGroup(cell) === "harmful")).toBe(true);
  });
});
