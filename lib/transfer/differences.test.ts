import { describe, expect, it } from "vitest";
import { seededRandom, shuffled } from "#lib/shared/random.ts";
import { compareTasks } from "./compare-tasks.ts";
import { macroDifference, microDifference } from "./differences.ts";
import type { PairedTask } from "./schema.ts";
import { pairOf, randomTasks, trialsOf } from "./testing.ts";

function drawTasks(random: () => number, tasks = 10): PairedTask[] {
  const run = () => trialsOf(randomTasks(random, { tasks, benchmarks: 3 }));
  return compareTasks(run(), run()).tasks;
}

const byBenchmark = (tasks: readonly PairedTask[]) => Map.groupBy(tasks, ({ benchmark }) => benchmark);

/** pass@k of attempts by looking at every set of k of them. */
function passAtBySets(passes: readonly boolean[], k: number): number | null {
  if (passes.length < k) return null;
  const sets = (from: number, left: number): boolean[] =>
    left === 0
      ? [false]
      : passes.flatMap((passed, i) => (i < from ? [] : sets(i + 1, left - 1).map((rest) => passed || rest)));
  const all = sets(0, k);
  return all.filter(Boolean).length / all.length;
}

describe("microDifference", () => {
  it("is unknown, not 0, where no pair has k attempts on both sides", () => {
    for (const tasks of [[], [pairOf("ppp", "p")], [pairOf("pp", "ppp")]])
      expect(microDifference(tasks, 3, 0.95)).toEqual({
        base: null,
        candidate: null,
        delta: null,
        ci: null,
        tasks: 0,
        baseSolved: 0,
        candidateSolved: 0,
      });
  });

  it("has no interval over one task", () => {
    expect(microDifference([pairOf("p", "f")], 1, 0.95)).toMatchObject({ delta: -1, tasks: 1, ci: null });
  });

  it("agrees with looking at every set of k attempts", () => {
    const random = seededRandom(41);
    for (let round = 0; round < 40; round++) {
      const tasks = drawTasks(random);
      for (const k of [1, 2, 3]) {
        const passes = (scored: number, passed: number) =>
          Array.from({ length: scored }, (_, i) => i < passed);
        const pairs = tasks.flatMap(({ base, candidate }) => {
          const before = passAtBySets(passes(base.scored, base.passed), k);
          const after = passAtBySets(passes(candidate.scored, candidate.passed), k);
          return before === null || after === null ? [] : [{ before, after }];
        });
        const difference = microDifference(tasks, k, 0.95);
        expect(difference.tasks).toBe(pairs.length);
        const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
        expect(difference.baseSolved).toBeCloseTo(sum(pairs.map(({ before }) => before)), 10);
        expect(difference.candidateSolved).toBeCloseTo(sum(pairs.map(({ after }) => after)), 10);
        if (pairs.length > 0)
          expect(difference.delta).toBeCloseTo(
            sum(pairs.map(({ before, after }) => after - before)) / pairs.length,
            10,
          );
      }
    }
  });

  it("holds the difference in an interval that grows with confidence and stays between -1 and 1", () => {
    const random = seededRandom(42);
    for (let round = 0; round < 40; round++) {
      const tasks = drawTasks(random);
      const [narrow, wide] = [0.8, 0.99].map((level) => microDifference(tasks, 1, level));
      if (!narrow?.ci || !wide?.ci || narrow.delta === null) continue;
      const points = [-1, wide.ci[0], narrow.ci[0], narrow.delta, narrow.ci[1], wide.ci[1], 1];
      for (const [i, point] of points.slice(1).entries())
        expect(point).toBeGreaterThanOrEqual((points[i] ?? 0) - 1e-9);
    }
  });

  it("does not depend on the order of the tasks", () => {
    const random = seededRandom(43);
    const tasks = drawTasks(random, 20);
    const before = microDifference(tasks, 1, 0.95);
    const after = microDifference(shuffled(tasks, random), 1, 0.95);
    expect(after.delta).toBeCloseTo(before.delta ?? Number.NaN, 12);
    expect(after.ci?.[0]).toBeCloseTo(before.ci?.[0] ?? Number.NaN, 9);
  });
});

describe("macroDifference", () => {
  it("is the micro average where there is one benchmark", () => {
    const random = seededRandom(44);
    for (let round = 0; round < 20; round++) {
      const tasks = drawTasks(random).map((task) => ({ ...task, benchmark: "b" }));
      const [macro, micro] = [macroDifference(byBenchmark(tasks), 1, 0.95), microDifference(tasks, 1, 0.95)];
      expect(macro.tasks).toBe(micro.tasks);
      expect(macro.delta ?? 9).toBeCloseTo(micro.delta ?? 9, 12);
      expect(macro.ci?.[1] ?? 9).toBeCloseTo(micro.ci?.[1] ?? 9, 9);
    }
  });

  it("counts every benchmark the same, whatever its size", () => {
    const lost = Array.from({ length: 9 }, () => ({ ...pairOf("p", "f"), benchmark: "large" }));
    const tasks = [...lost, { ...pairOf("f", "p"), benchmark: "small" }];
    expect(macroDifference(byBenchmark(tasks), 1, 0.95).delta).toBeCloseTo(0, 12);
    expect(microDifference(tasks, 1, 0.95).delta).toBeCloseTo(-0.8, 12);
  });

  it("leaves out a benchmark without k attempts instead of counting it as 0", () => {
    const tasks = [
      { ...pairOf("fff", "ppp"), benchmark: "repeated" },
      { ...pairOf("p", "p"), benchmark: "single" },
    ];
    expect(macroDifference(byBenchmark(tasks), 3, 0.95)).toMatchObject({ delta: 1, tasks: 1 });
    expect(macroDifference(byBenchmark(tasks), 4, 0.95)).toMatchObject({ delta: null, tasks: 0 });
    expect(macroDifference(new Map(), 1, 0.95).base).toBeNull();
  });
});
