import { describe, expect, it } from "vitest";
import type { Outcome } from "#lib/runs/schema.ts";
import { compareRuns } from "./compare.ts";
import type { ComparedTrial } from "./schema.ts";

const letters: Record<string, Outcome> = { p: "passed", f: "failed", e: "errored", m: "missing" };

/** Trials from e.g. { t1: "pff" }: one letter an attempt. */
function run(tasks: Record<string, string>, benchmark = "b"): ComparedTrial[] {
  return Object.entries(tasks).flatMap(([taskName, attempts]) =>
    [...attempts].map((letter, i) => ({
      taskId: `${benchmark}/${taskName}`,
      benchmark,
      taskName,
      checksum: "",
      attempt: i + 1,
      outcome: letters[letter] ?? "missing",
    })),
  );
}

describe("compareRuns: paired outcomes", () => {
  it.each([
    { why: "any of the first k on both sides", base: "fpf", candidate: "ffp", outcome: "kept" },
    { why: "an errored attempt is not a pass", base: "p", candidate: "e", outcome: "lost" },
    { why: "a pass beyond k does not solve", base: "fffp", candidate: "fffp", outcome: "never" },
    { why: "one attempt is not judged against three", base: "fpp", candidate: "f", outcome: "never" },
    {
      why: "nor against an earlier pass that it had no chance to match",
      base: "fp",
      candidate: "mf",
      outcome: "never",
    },
    {
      why: "a missing attempt is not a failure, the pass counts",
      base: "mp",
      candidate: "p",
      outcome: "kept",
    },
    { why: "neither", base: "fff", candidate: "fef", outcome: "never" },
  ])("$why", ({ base, candidate, outcome }) => {
    const comparison = compareRuns(run({ t: base }), run({ t: candidate }));
    expect(comparison.tasks.map((task) => task.outcome)).toEqual([outcome]);
  });

  it("lists a task without a counted attempt as unscored instead of failing it", () => {
    const comparison = compareRuns(run({ t: "p", u: "p" }), run({ t: "mmm", u: "p" }));
    expect(comparison.pairs).toBe(1);
    expect(comparison.lost).toBe(0);
    expect(comparison.unmatched.candidate).toEqual([
      { taskId: "b/t", benchmark: "b", taskName: "t", checksum: "", reason: "unscored" },
    ]);
  });

  it("leaves errored attempts out on request, and then does not call the task lost", () => {
    const base = run({ t: "p" });
    const candidate = run({ t: "e" });
    expect(compareRuns(base, candidate).lost).toBe(1);
    const without = compareRuns(base, candidate, { excludeErrored: true });
    expect(without).toMatchObject({
      pairs: 0,
      lost: 0,
      passAt: { 1: { base: null, delta: null, tasks: 0 } },
    });
    expect(without.unmatched.candidate[0]?.reason).toBe("unscored");
  });

  it("shows errored and missing attempts apart", () => {
    const { attempts } = compareRuns(run({ t: "pem" }), run({ t: "fff" }));
    expect(attempts.base).toEqual({ passed: 1, failed: 0, errored: 1, missing: 1 });
    expect(attempts.candidate).toEqual({ passed: 0, failed: 3, errored: 0, missing: 0 });
  });

  it("says how many pairs had unequally many attempts, and on how many each outcome rests", () => {
    const { tasks } = compareRuns(run({ t: "p", u: "pp" }), run({ t: "ppp", u: "ff" }));
    expect(tasks.map((task) => task.compared)).toEqual([1, 2]);
    expect(compareRuns(run({ t: "p", u: "pp" }), run({ t: "ppp", u: "ff" })).unevenPairs).toBe(1);
  });
});

describe("compareRuns: numbers", () => {
  const base = [...run({ a1: "ppp", a2: "pff", a3: "fff", a4: "fff" }, "a"), ...run({ b1: "ppf" }, "b")];
  const candidate = [...run({ a1: "fff", a2: "ppp", a3: "pff", a4: "fff" }, "a"), ...run({ b1: "ppp" }, "b")];
  const comparison = compareRuns(base, candidate);

  it("counts and tests the pairs", () => {
    expect(comparison).toMatchObject({ pairs: 5, gained: 1, lost: 1, kept: 2, never: 1 });
    // One each way: 2 * P(X <= 0) + ... = 2 * (1/4 + 2/4) > 1.
    expect(comparison.mcnemar).toEqual({ discordant: 2, p: 1 });
    expect(comparison.pointsPerTask).toBe(20);
    // Two discordant pairs can at best give p = .5.
    expect(comparison.smallestEffect).toBeNull();
  });

  it("averages pass@1 over tasks (micro)", () => {
    // baseline (1 + 1/3 + 0 + 0 + 2/3) / 5 = .4; candidate (0 + 1 + 1/3 + 0 + 1) / 5 = 7/15.
    expect(comparison.micro["1"]?.base).toBeCloseTo(0.4, 12);
    expect(comparison.micro["1"]?.candidate).toBeCloseTo(7 / 15, 12);
    expect(comparison.micro["1"]?.delta).toBeCloseTo(1 / 15, 12);
    expect(comparison.passAt).toEqual(comparison.micro);
  });

  it("averages pass@1 over benchmarks (macro)", () => {
    // a: baseline (4/3)/4 = 1/3, candidate (4/3)/4 = 1/3; b: 2/3 and 1. Means 1/2 and 2/3.
    expect(comparison.macro["1"]?.base).toBeCloseTo(0.5, 12);
    expect(comparison.macro["1"]?.candidate).toBeCloseTo(2 / 3, 12);
    expect(comparison.macro["1"]?.delta).toBeCloseTo(1 / 6, 12);
  });

  it("gives pass@3 of three attempts as whole tasks", () => {
    expect(comparison.passAt["3"]).toMatchObject({ baseSolved: 3, candidateSolved: 3, tasks: 5, delta: 0 });
  });

  it("has a row per benchmark with q over the family", () => {
    expect(comparison.byBenchmark.map((row) => [row.benchmark, row.pairs, row.gained, row.lost])).toEqual([
      ["a", 4, 1, 1],
      ["b", 1, 0, 0],
    ]);
    expect(comparison.byBenchmark.map((row) => row.mcnemar.q)).toEqual([1, 1]);
    expect(comparison.byBenchmark[1]?.passAt["1"]?.ci).toBeNull();
  });

  it("is reproducible, and holds its difference in the interval", () => {
    expect(compareRuns(base, candidate)).toEqual(comparison);
    const [low, high] = comparison.passAt["1"]?.ci ?? [0, 0];
    expect(low).toBeLessThan(comparison.passAt["1"]?.delta ?? 0);
    expect(high).toBeGreaterThan(comparison.passAt["1"]?.delta ?? 0);
  });

  it("says that pass@3 is unknown for single attempts, not 0", () => {
    const single = compareRuns(run({ t: "p" }), run({ t: "p" }));
    expect(single.passAt["3"]).toMatchObject({
      base: null,
      candidate: null,
      delta: null,
      ci: null,
      tasks: 0,
    });
    expect(single.passAt["1"]).toMatchObject({ base: 1, candidate: 1, delta: 0 });
  });

  it("adds the k that was asked for", () => {
    expect(Object.keys(compareRuns(base, candidate, { k: 2 }).passAt)).toEqual(["1", "2", "3"]);
  });

  it("compares nothing with nothing", () => {
    const empty = compareRuns([], []);
    expect(empty).toMatchObject({ pairs: 0, gained: 0, lost: 0, mcnemar: { discordant: 0, p: 1 } });
    expect(empty).toMatchObject({ pointsPerTask: null, byBenchmark: [], noise: { flipRate: null } });
  });
});

describe("compareRuns: a lost task is not yet negative transfer", () => {
  // Nine steady tasks and two that flip: the flip rate is 2 * (2/3) / 11.
  const steady = Object.fromEntries(
    Array.from({ length: 9 }, (_, i) => [`steady${i}`, i < 5 ? "ppp" : "fff"]),
  );
  const base = run({ ...steady, shaky1: "pff", shaky2: "fpf" });

  it("is supported when the baseline always solved it, suspected when it solved it by luck", () => {
    const candidate = run({ ...steady, steady0: "fff", shaky1: "fff", shaky2: "fff" });
    const comparison = compareRuns(base, candidate);
    const evidence = Object.fromEntries(comparison.tasks.map((task) => [task.taskName, task.evidence]));
    expect(evidence).toMatchObject({
      steady0: "supported",
      shaky1: "suspected",
      shaky2: "suspected",
      steady1: null,
    });
    expect(comparison.evidence).toEqual({ suspected: 2, supported: 1, confirmed: 0 });
    expect(comparison.noise.flipRate).toBeCloseTo((2 * (2 / 3)) / 11, 12);
    expect(comparison.noise.expectedLost).toBeGreaterThan(0);
    expect(comparison.noise.expectedSupported).toBeLessThan(comparison.noise.expectedLost ?? 0);
  });

  it("stays suspected when the baseline was never repeated", () => {
    // One pass among four attempts is the baseline's one time in four.
    const comparison = compareRuns(run({ t: "p" }), run({ t: "fff" }));
    expect(comparison.tasks[0]).toMatchObject({ outcome: "lost", evidence: "suspected", noiseP: 0.25 });
    expect(comparison.noise).toMatchObject({ flipRate: null, repeatedPairs: 0 });
  });

  it("stays suspected with an errored attempt of the candidate, however many of them", () => {
    const names = Array.from({ length: 12 }, (_, i) => `t${i}`);
    const all = (attempts: string) => run(Object.fromEntries(names.map((name) => [name, attempts])));
    for (const errored of ["eee", "eff", "ffe"]) {
      const comparison = compareRuns(all("ppp"), all(errored));
      expect(comparison).toMatchObject({
        lost: 12,
        errored: { lost: 12, gained: 0 },
        evidence: { suspected: 12, supported: 0 },
        noise: { expectedLost: 0, expectedSupported: null },
      });
    }
    expect(compareRuns(all("ppp"), all("fff")).evidence.supported).toBe(12);
  });

  it("does not mind an errored attempt of the baseline, nor one that was left out on request", () => {
    const names = Array.from({ length: 5 }, (_, i) => `t${i}`);
    const all = (attempts: string) => run(Object.fromEntries(names.map((name) => [name, attempts])));
    expect(compareRuns(all("eppp"), all("ffff"), { k: 4 }).evidence.supported).toBe(5);
    const left = compareRuns(all("pppp"), all("efff"), { k: 4, excludeErrored: true });
    expect(left).toMatchObject({ evidence: { supported: 5 }, errored: { lost: 0 } });
  });

  it("counts a gain against an errored baseline apart, also per benchmark", () => {
    const comparison = compareRuns(run({ t: "eff", u: "fff" }), run({ t: "ppp", u: "ppp" }));
    expect(comparison.errored).toEqual({ lost: 0, gained: 1 });
    expect(comparison.byBenchmark[0]?.errored).toEqual({ lost: 0, gained: 1 });
  });
});
