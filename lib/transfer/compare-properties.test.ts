import { describe, expect, it } from "vitest";
import { seededRandom, shuffled } from "#lib/shared/random.ts";
import { compareRuns } from "./compare.ts";
import type { ComparedTrial, Comparison } from "./schema.ts";
import { randomTasks, trialsOf } from "./testing.ts";

const ROUNDS = 40;

/** Two random runs over much the same tasks, each time others. */
function eachRound(
  seed: number,
  check: (base: ComparedTrial[], candidate: ComparedTrial[], random: () => number) => void,
): void {
  const random = seededRandom(seed);
  for (let round = 0; round < ROUNDS; round++) {
    const tasks = Math.floor(random() * 12);
    check(
      trialsOf(randomTasks(random, { tasks, benchmarks: 3 })),
      trialsOf(randomTasks(random, { tasks: tasks + 1, benchmarks: 3 })),
      random,
    );
  }
}

describe("a comparison", () => {
  it("does not depend on the order in which trials are read", () => {
    eachRound(1, (base, candidate, random) => {
      expect(compareRuns(shuffled(base, random), shuffled(candidate, random))).toEqual(
        compareRuns(base, candidate),
      );
    });
  });

  it("leaves the trials it was given alone", () => {
    eachRound(2, (base, candidate) => {
      const before = structuredClone([base, candidate]);
      compareRuns(base, candidate);
      expect([base, candidate]).toEqual(before);
    });
  });

  it("turns around when baseline and candidate are swapped", () => {
    eachRound(3, (base, candidate) => {
      const forth = compareRuns(base, candidate);
      const back = compareRuns(candidate, base);
      expect([back.gained, back.lost, back.kept, back.never]).toEqual([
        forth.lost,
        forth.gained,
        forth.kept,
        forth.never,
      ]);
      expect(back.mcnemar.p).toBeCloseTo(forth.mcnemar.p, 12);
      for (const average of ["micro", "macro"] as const) {
        const [there, again] = [forth[average]["1"]?.delta ?? null, back[average]["1"]?.delta ?? null];
        expect(again === null).toBe(there === null);
        expect((there ?? 0) + (again ?? 0)).toBeCloseTo(0, 12);
      }
      expect([back.bounds.best.gained, back.bounds.best.lost]).toEqual([
        forth.bounds.worst.lost,
        forth.bounds.worst.gained,
      ]);
    });
  });

  it("finds no difference between a run and itself", () => {
    eachRound(4, (base) => {
      const { gained, lost, mcnemar, micro, tasks, unmatched } = compareRuns(base, base);
      expect([gained, lost, mcnemar.p]).toEqual([0, 0, 1]);
      expect([0, null]).toContain(micro["1"]?.delta ?? null);
      expect(tasks.every((task) => task.effect === 0 && task.evidence === null)).toBe(true);
      expect(unmatched.base).toEqual(unmatched.candidate);
    });
  });

  it("puts every task of either run in a pair or among the unmatched, once", () => {
    eachRound(5, (base, candidate) => {
      const { tasks, unmatched } = compareRuns(base, candidate);
      const namesIn = (trials: ComparedTrial[]) => new Set(trials.map(({ taskName }) => taskName));
      for (const [trials, left] of [
        [base, unmatched.base],
        [candidate, unmatched.candidate],
      ] as const) {
        const told = new Set([...tasks, ...left].map(({ taskName }) => taskName));
        for (const name of namesIn(trials)) {
          const other = trials === base ? unmatched.candidate : unmatched.base;
          // A pair that one side can't be scored at is told of on that side.
          expect(told.has(name) || other.some((task) => task.taskName === name)).toBe(true);
        }
        expect(new Set(left.map(({ taskName }) => taskName)).size).toBe(left.length);
      }
      expect(new Set(tasks.map(({ taskName }) => taskName)).size).toBe(tasks.length);
    });
  });

  it("has benchmarks that add up to the whole", () => {
    eachRound(6, (base, candidate) => {
      const whole = compareRuns(base, candidate);
      const sum = (of: (row: Comparison["byBenchmark"][number]) => number) =>
        whole.byBenchmark.reduce((total, row) => total + of(row), 0);
      for (const count of ["pairs", "gained", "lost", "kept", "never"] as const)
        expect(
          sum((row) => row[count]),
          count,
        ).toBe(whole[count]);
      expect(sum((row) => row.errored.lost)).toBe(whole.errored.lost);
      expect(sum((row) => row.passAt["1"]?.tasks ?? 0)).toBe(whole.micro["1"]?.tasks);
      for (const { mcnemar } of whole.byBenchmark) expect(mcnemar.q).toBeGreaterThanOrEqual(mcnemar.p);
      const { suspected, supported, confirmed } = whole.evidence;
      expect(suspected + supported + confirmed).toBe(whole.lost);
    });
  });
});

describe("the bounds of a comparison", () => {
  it("hold whatever the attempts without an answer had come to", () => {
    eachRound(7, (base, candidate, random) => {
      const { best, worst } = compareRuns(base, candidate).bounds;
      const ended = (trials: ComparedTrial[]): ComparedTrial[] =>
        trials.map((trial) =>
          trial.outcome === "errored" || trial.outcome === "missing"
            ? { ...trial, outcome: random() < 0.5 ? "passed" : "failed" }
            : trial,
        );
      const { gained, lost } = compareRuns(ended(base), ended(candidate));
      expect(gained).toBeLessThanOrEqual(best.gained);
      expect(gained).toBeGreaterThanOrEqual(worst.gained);
      expect(lost).toBeGreaterThanOrEqual(best.lost);
      expect(lost).toBeLessThanOrEqual(worst.lost);
    });
  });

  it("are one where nothing errored and nothing is missing", () => {
    const random = seededRandom(8);
    for (let round = 0; round < ROUNDS; round++) {
      const run = () => trialsOf(randomTasks(random, { tasks: 6, from: "pf" }));
      const { bounds, gained, lost } = compareRuns(run(), run());
      expect(bounds.best).toEqual(bounds.worst);
      expect([bounds.best.gained, bounds.best.lost]).toEqual([gained, lost]);
      expect(bounds.unknown).toEqual({ base: 0, candidate: 0 });
    }
  });
});
