import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { assessLosses } from "./assess-losses.ts";
import { compareTasks } from "./compare-tasks.ts";
import type { PairedTask } from "./schema.ts";
import { pairOf, randomTasks, trialsOf } from "./testing.ts";

/** A pair that was not judged yet. */
function open(base: string, candidate: string): PairedTask {
  return { ...pairOf(base, candidate), noiseP: null, noiseQ: null, evidence: null };
}

const times = (count: number, task: PairedTask) => Array.from({ length: count }, () => task);

describe("assessLosses", () => {
  it("says of nothing that nothing is known, not 0", () => {
    expect(assessLosses([])).toEqual({
      tasks: [],
      noise: {
        tasks: 0,
        flipRate: null,
        expectedLost: null,
        expectedLostInterval: null,
        expectedSupported: null,
        repeatedPairs: 0,
      },
    });
  });

  it("judges lost tasks alone, and leaves its input as it is", () => {
    const tasks = [open("ppp", "fff"), open("fff", "ppp"), open("ppp", "ppp"), open("fff", "fff")];
    const before = structuredClone(tasks);
    const judged = assessLosses(tasks).tasks;
    expect(judged.map(({ evidence }) => evidence !== null)).toEqual([true, false, false, false]);
    expect(judged.slice(1)).toEqual(before.slice(1));
    expect(tasks).toEqual(before);
  });

  it("gives a loss with an errored attempt neither p nor q, and keeps it suspected", () => {
    const [first] = assessLosses(times(30, open("ppp", "ffe"))).tasks;
    expect(first).toMatchObject({ evidence: "suspected", noiseP: null, noiseQ: null, errored: true });
  });

  it("supports clear losses where there are many, and shaky ones never", () => {
    const clear = assessLosses(times(10, open("ppp", "fff")));
    expect(clear.tasks.every(({ evidence }) => evidence === "supported")).toBe(true);
    expect(clear.noise.expectedSupported).toBeCloseTo(0.5, 12);
    const shaky = assessLosses(times(10, open("pff", "fff")));
    expect(shaky.tasks.every(({ evidence }) => evidence === "suspected")).toBe(true);
    expect(shaky.noise.expectedSupported).toBeNull();
  });

  it("never calls the less clear of two losses supported and the clearer one not", () => {
    const random = seededRandom(31);
    for (let round = 0; round < 40; round++) {
      const run = () => trialsOf(randomTasks(random, { tasks: 14, most: 5, from: "pppfffe" }));
      const lost = compareTasks(run(), run())
        .tasks.filter(({ noiseP }) => noiseP !== null)
        .sort((a, b) => (a.noiseP ?? 0) - (b.noiseP ?? 0));
      const qs = lost.map(({ noiseQ }) => noiseQ ?? Number.NaN);
      expect(qs).toEqual(qs.toSorted((a, b) => a - b));
      for (const { noiseQ, evidence } of lost) {
        expect(noiseQ).toBeGreaterThanOrEqual(0);
        expect(noiseQ).toBeLessThanOrEqual(1);
        expect(evidence).toBe((noiseQ ?? 1) <= 0.1 ? "supported" : "suspected");
      }
    }
  });
});

describe("the noise of a comparison", () => {
  it.each([
    { base: "pf", flipRate: 1, why: "two attempts that differ" },
    { base: "pp", flipRate: 0, why: "two that agree" },
    { base: "ppf", flipRate: 2 / 3, why: "of three pairs of attempts two differ" },
    { base: "pe", flipRate: null, why: "an errored attempt is no failure of the agent's" },
    { base: "p", flipRate: null, why: "one attempt has nothing to differ from" },
  ])("tells how often the baseline differs from itself: $why", ({ base, flipRate }) => {
    const { noise } = assessLosses([open(base, "f")]);
    if (flipRate === null) expect(noise).toMatchObject({ flipRate: null, tasks: 0 });
    else {
      expect(noise.flipRate).toBeCloseTo(flipRate, 12);
      expect(noise.tasks).toBe(1);
    }
  });

  it("expects of tasks that all pass or never do no loss by chance", () => {
    const { noise } = assessLosses([...times(5, open("ppp", "ppp")), ...times(5, open("fff", "fff"))]);
    expect(noise.expectedLost).toBeCloseTo(0, 12);
    expect(noise.expectedLostInterval).toEqual([0, 0]);
  });

  it("holds the expected number of losses in its interval, and adds it up over tasks", () => {
    const one = assessLosses([open("p", "f")]).noise;
    const forty = assessLosses(times(40, open("p", "f"))).noise;
    expect(one.expectedLost).toBeCloseTo(0.5, 12);
    expect(forty.expectedLost).toBeCloseTo(20, 10);
    const [low, high] = forty.expectedLostInterval ?? [Number.NaN, Number.NaN];
    expect(low).toBeLessThan(20);
    expect(high).toBeGreaterThan(20);
    // The 2.5% and 97.5% quantiles of Binomial(40, 1/2), summed up term by term.
    expect([low, high]).toEqual([14, 26]);
  });

  it("says where there are too few repeats to support any loss", () => {
    expect(assessLosses(times(3, open("p", "f"))).noise.repeatedPairs).toBe(0);
    expect(assessLosses(times(3, open("ppp", "fff"))).noise.repeatedPairs).toBe(3);
  });
});
