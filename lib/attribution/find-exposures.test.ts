import { describe, expect, it } from "vitest";
import type { Outcome } from "#lib/runs/schema.ts";
import { seededRandom, shuffled } from "#lib/shared/random.ts";
import type { PairedTask } from "#lib/transfer/schema.ts";
import { byTask, findExposures, type ShownMemory } from "./exposures.ts";

const tasks = ["t0", "t1", "t2", "t3"].map((candidateTaskId) => ({ candidateTaskId }) as PairedTask);

const shown = (memoryId: string | null, trialId: string, outcome: Outcome = "passed"): ShownMemory => ({
  memoryId,
  candidateTaskId: trialId.slice(0, 2),
  trialId,
  outcome,
});

/** Showings of a seeded run: six memories, four paired tasks and one that is not paired, three attempts each. */
function seededShowings(seed: number): ShownMemory[] {
  const random = seededRandom(seed);
  const outcomes: Outcome[] = ["passed", "failed", "errored", "missing"];
  const trials = ["t0", "t1", "t2", "t3", "t9"].flatMap((task) =>
    [1, 2, 3].map((attempt) => ({
      trial: `${task} ${attempt}`,
      outcome: outcomes[Math.floor(random() * 4)],
    })),
  );
  return trials.flatMap(({ trial, outcome }) =>
    ["a", "b", "c", "d", "e", null].flatMap((memory) =>
      random() < 0.3 ? [shown(memory, trial, outcome)] : [],
    ),
  );
}

describe("findExposures", () => {
  it("finds nothing where nothing was shown, or no task is paired", () => {
    expect(findExposures(tasks, [])).toEqual([]);
    expect(findExposures([], seededShowings(1))).toEqual([]);
  });

  it("counts an attempt once that was shown a memory twice, and both showings", () => {
    const [exposure] = findExposures(tasks, [shown("a", "t1 1"), shown("a", "t1 1"), shown("a", "t2 1")]);
    expect(exposure).toMatchObject({ memoryIds: ["a"], retrievals: 3 });
    expect(exposure?.attempts.map(({ trialId }) => trialId)).toEqual(["t1 1", "t2 1"]);
  });

  it.each([
    ["an attempt that is missing", [shown("a", "t1 1", "missing")], false],
    ["an attempt at a task without a pair", [shown("a", "t9 1")], false],
    ["what matches no memory of the pool", [shown(null, "t1 1")], false],
    ["an attempt that errored, by default", [shown("a", "t1 1", "errored")], true],
  ])("knows what to do with %s", (_what, showings, isCounted) => {
    expect(findExposures(tasks, showings)).toHaveLength(isCounted ? 1 : 0);
  });

  it("leaves errored attempts out when asked to", () => {
    const showings = [shown("a", "t1 1", "errored"), shown("a", "t1 2", "failed")];
    expect(findExposures(tasks, showings)[0]?.attempts).toMatchObject([
      { errored: true },
      { errored: false },
    ]);
    expect(findExposures(tasks, showings, { excludeErrored: true })[0]?.attempts).toHaveLength(1);
  });

  it("says alone of an attempt that was shown nothing else, not even what is no memory of the pool", () => {
    const showings = [
      shown("a", "t0 1"),
      shown("a", "t1 1"),
      shown("b", "t1 1"),
      shown("a", "t2 1"),
      shown(null, "t2 1"),
    ];
    const [exposure] = findExposures(tasks, showings);
    expect(exposure?.attempts.map(({ alone }) => alone)).toEqual([true, false, false]);
  });

  it("puts memories together that were shown to the same attempts and no others", () => {
    const showings = [shown("b", "t0 1"), shown("a", "t0 1"), shown("c", "t0 1"), shown("c", "t1 1")];
    expect(findExposures(tasks, showings).map(({ memoryIds }) => memoryIds)).toEqual([["a", "b"], ["c"]]);
  });

  it("agrees with asking of every memory and every attempt, for any run", () => {
    for (let seed = 0; seed < 60; seed++) {
      const showings = seededShowings(seed);
      const found = findExposures(tasks, showings);
      const attemptsOf = (memory: string) => [
        ...new Set(
          showings
            .filter(
              ({ memoryId, outcome, candidateTaskId }) =>
                memoryId === memory && outcome !== "missing" && candidateTaskId !== "t9",
            )
            .map(({ trialId }) => trialId),
        ),
      ];
      for (const memory of ["a", "b", "c", "d", "e"]) {
        const its = found.filter(({ memoryIds }) => memoryIds.includes(memory));
        expect(its.flatMap(({ attempts }) => attempts.map(({ trialId }) => trialId))).toEqual(
          attemptsOf(memory).sort(),
        );
        expect(its.length).toBeLessThanOrEqual(1);
      }
    }
  });

  it("does not depend on the order in which showings are read", () => {
    const random = seededRandom(5);
    const byMemory = (showings: readonly ShownMemory[]) =>
      findExposures(tasks, showings).toSorted((a, b) => a.memoryIds.join().localeCompare(b.memoryIds.join()));
    for (let seed = 0; seed < 20; seed++) {
      const showings = seededShowings(seed);
      expect(byMemory(shuffled(showings, random))).toEqual(byMemory(showings));
    }
  });
});

it("byTask keeps every attempt and every pass", () => {
  for (let seed = 0; seed < 20; seed++) {
    for (const { attempts } of findExposures(tasks, seededShowings(seed))) {
      const its = byTask(attempts);
      const total = (of: "attempts" | "passed") => its.reduce((sum, task) => sum + task[of], 0);
      expect(total("attempts")).toBe(attempts.length);
      expect(total("passed")).toBe(attempts.filter(({ passed }) => passed).length);
      expect(new Set(its.map(({ task }) => task)).size).toBe(its.length);
    }
  }
});
