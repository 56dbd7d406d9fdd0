import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { convolve, testExposure } from "./exposure-test.ts";
import { byTask, type Exposure } from "./exposures.ts";
import { findConfounded, type Tested } from "./find-confounded.ts";
import { judgeExposures } from "./judge-exposures.ts";
import { passesByChance } from "./passes-by-chance.ts";

/** Tasks that pass by a coin, of one attempt each. */
const coins = Array.from({ length: 40 }, () => [0.5, 0.5]);
const byChance = { givenTotal: coins, givenBaseline: coins };

/** A memory shown to tasks `from` to `to`, all of which failed but those in `passed`. */
function tested(memoryId: string, from: number, to: number, passed: readonly number[] = []): Tested {
  const attempts = Array.from({ length: to - from }, (_, i) => ({
    task: from + i,
    trialId: `trial ${from + i}`,
    passed: passed.includes(from + i),
    errored: false,
    alone: false,
  }));
  const exposure: Exposure = { memoryIds: [memoryId], retrievals: attempts.length, attempts };
  return { exposure, test: testExposure(byTask(attempts), byChance) };
}

const rivals = (candidates: readonly Tested[]) =>
  [...findConfounded(candidates, byChance, 0.05)].map(
    ([{ memoryIds }, { rival }]) => `${memoryIds} by ${rival.memoryIds}`,
  );

describe("findConfounded", () => {
  it("explains nothing where nobody was shown with another", () => {
    expect(rivals([])).toEqual([]);
    expect(rivals([tested("a", 0, 10)])).toEqual([]);
    expect(rivals([tested("a", 0, 10), tested("b", 10, 20)])).toEqual([]);
  });

  it("explains one that was shown at some of the stronger one's attempts only", () => {
    expect(rivals([tested("weaker", 0, 7), tested("stronger", 0, 20)])).toEqual(["weaker by stronger"]);
  });

  it("leaves one standing that holds without the other", () => {
    expect(rivals([tested("a", 0, 20), tested("b", 10, 32)])).toEqual([]);
  });

  it("names neither of two that hold only together", () => {
    expect(rivals([tested("a", 0, 10), tested("b", 1, 11)]).sort()).toEqual(["a by b", "b by a"]);
  });

  it("finds the same in whatever order they come", () => {
    const candidates = [tested("a", 0, 22), tested("b", 3, 12), tested("c", 20, 34), tested("d", 28, 36)];
    expect(rivals(candidates.toReversed()).sort()).toEqual(rivals(candidates).sort());
  });
});

describe("judgeExposures", () => {
  it("judges nobody who was shown at fewer than three tasks, however sure", () => {
    const [two, three] = [tested("two", 0, 2), tested("three", 4, 14)];
    const judged = judgeExposures([two, three], byChance);
    expect([judged.has(two.exposure), judged.has(three.exposure)]).toEqual([false, true]);
  });

  it("judges nobody whom no outcome could have told anything of", () => {
    // The best of four coins is 2 / 16.
    expect(judgeExposures([tested("four", 0, 4)], byChance).size).toBe(0);
  });

  it("never has a q below its p, and gives the explained the larger p of what is left", () => {
    const [weaker, stronger] = [tested("weaker", 0, 7), tested("stronger", 0, 20)];
    const judged = judgeExposures([weaker, stronger], byChance);
    for (const { p, q } of judged.values()) expect(q).toBeGreaterThanOrEqual(p);
    expect(judged.get(weaker.exposure)).toMatchObject({ rival: "stronger", p: 1 });
    expect(judged.get(stronger.exposure)).toMatchObject({ rival: null, p: stronger.test.p });
  });
});

describe("convolve", () => {
  const random = seededRandom(12);
  const some = (length: number) => Array.from({ length }, () => random());

  it("has one thing that changes nothing, and does not care which comes first", () => {
    for (let round = 0; round < 20; round++) {
      const [a, b] = [some(1 + Math.floor(random() * 6)), some(1 + Math.floor(random() * 6))];
      expect(convolve(a, [1])).toEqual(a);
      convolve(a, b).forEach((value, i) => {
        expect(value).toBeCloseTo(convolve(b, a)[i] ?? Number.NaN, 12);
      });
    }
  });

  it("multiplies the totals and adds the means", () => {
    expect(convolve([0.5, 0.5], [0.25, 0, 0.75])).toEqual([0.125, 0.125, 0.375, 0.375]);
  });
});

describe("testExposure", () => {
  it("says nothing of nobody", () => {
    expect(testExposure([], byChance)).toEqual({ passed: 0, expected: 0, p: 1, leastP: 1 });
  });

  it("calls no more than a share of alpha at a level of alpha, where chance alone decides", () => {
    const random = seededRandom(13);
    const tasks = coins.map(() => ({ base: Math.floor(random() * 4) }));
    let called = 0;
    const rounds = 400;
    for (let round = 0; round < rounds; round++) {
      const exposed = tasks
        .slice(0, 15)
        .map((_, task) => ({ task, attempts: 1, passed: random() < 0.5 ? 1 : 0 }));
      if (testExposure(exposed, byChance).p <= 0.1) called++;
    }
    // The exact test is conservative; three standard deviations above .1 are .145.
    expect(called / rounds).toBeLessThan(0.145);
    expect(called).toBeGreaterThan(0);
  });

  it("has no p below the least there could have been", () => {
    for (let passed = 0; passed <= 12; passed++) {
      const exposed = Array.from({ length: 12 }, (_, task) => ({
        task,
        attempts: 1,
        passed: task < passed ? 1 : 0,
      }));
      const { p, leastP } = testExposure(exposed, byChance);
      expect(p).toBeGreaterThanOrEqual(leastP);
      expect(leastP).toBeCloseTo(2 * 0.5 ** 12, 12);
    }
  });
});

describe("passesByChance", () => {
  const random = seededRandom(14);
  const tasks = Array.from({ length: 60 }, (_, i) => ({
    benchmark: `b${i % 3}`,
    base: { scored: 3, passed: Math.floor(random() * 4) },
    candidate: { scored: 1 + (i % 4), passed: Math.floor(random() * (2 + (i % 4))) },
  }));

  it("gives every task one chance for each number of passes, adding up to 1", () => {
    for (const passes of Object.values(passesByChance(tasks))) {
      passes.forEach((chances, i) => {
        expect(chances).toHaveLength((tasks[i]?.candidate.scored ?? 0) + 1);
        expect(chances.every((chance) => chance >= 0)).toBe(true);
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
      });
    }
  });

  it("does not depend on the order of the tasks", () => {
    const there = passesByChance(tasks);
    const back = passesByChance(tasks.toReversed());
    for (const key of ["givenTotal", "givenBaseline"] as const) {
      back[key].toReversed().forEach((chances, i) => {
        chances.forEach((chance, count) => {
          expect(chance).toBeCloseTo(there[key][i]?.[count] ?? Number.NaN, 9);
        });
      });
    }
  });

  it("takes no task, and a task nobody scored", () => {
    expect(passesByChance([])).toEqual({ givenTotal: [], givenBaseline: [] });
    const none = { benchmark: "b", base: { scored: 0, passed: 0 }, candidate: { scored: 0, passed: 0 } };
    const one = [[expect.closeTo(1, 12)]];
    expect(passesByChance([none])).toEqual({ givenTotal: one, givenBaseline: one });
  });
});
