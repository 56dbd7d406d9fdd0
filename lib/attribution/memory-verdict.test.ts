import { describe, expect, it } from "vitest";
import { seededRandom, shuffled } from "#lib/shared/random.ts";
import { summarizeAttribution } from "./attribution-summary.ts";
import { describeEffect, describeLost, netLossSentence, verdictSentence } from "./describe-attribution.ts";
import type { MemoryAttribution } from "./memory-attribution.ts";
import { compareByHarm, verdictOf } from "./memory-verdict.ts";
import { sortAttribution } from "./sort-attribution.ts";

/** A memory that is surely harmful, but for what is given. */
function row(given: Partial<MemoryAttribution> = {}): MemoryAttribution {
  const numbers = {
    memoryId: "m",
    alike: [],
    retrievals: 9,
    tasks: 9,
    gained: 0,
    lost: 5,
    kept: 4,
    never: 0,
    lostAlone: 2,
    gainedByChance: 0.5,
    lostByChance: 1,
    netLossByChance: 0.2,
    netGainByChance: 0.1,
    effect: -0.5,
    attempts: 9,
    passed: 2,
    expected: 6,
    p: 0.001,
    q: 0.01,
    restsOnErrors: false,
    rival: null,
    ...given,
  };
  return { ...numbers, verdict: given.verdict ?? verdictOf(numbers) };
}

const helpful = { effect: 0.5, passed: 8, expected: 4 };

describe("verdictOf", () => {
  it.each([
    ["all of it says so", {}, "harmful"],
    ["q is at the level", { q: 0.05 }, "harmful"],
    ["q is above the level, p is not", { q: 0.06 }, "suspected"],
    ["neither is small", { p: 0.06, q: 0.5 }, "unclear"],
    ["another memory explains it", { rival: "other" }, "suspected"],
    ["another memory explains it, and p is large by now", { rival: "other", p: 0.9, q: 0.9 }, "suspected"],
    ["others were always shown with it", { alike: ["other"] }, "suspected"],
    ["only errors make it so", { restsOnErrors: true }, "suspected"],
    ["it was not tested", { p: null, q: null }, "few"],
    ["it passed less often than the baseline, but as often as the run", { passed: 6 }, "unclear"],
    ["it passed less often than the run, but as often as the baseline", { effect: 0 }, "unclear"],
    ["it helps", helpful, "helpful"],
    ["it may help", { ...helpful, q: 0.06 }, "unclear"],
    ["it helps, or one that was shown with it", { ...helpful, rival: "other" }, "unclear"],
  ] as const)("where %s", (_why, given, verdict) => {
    expect(row(given as Partial<MemoryAttribution>).verdict).toBe(verdict);
  });
});

describe("compareByHarm", () => {
  const rows = [
    row({ memoryId: "surest" }),
    row({ memoryId: "sure", q: 0.04 }),
    row({ memoryId: "suspected", q: 0.2 }),
    row({ memoryId: "unclear, but worse", p: 0.3, q: 0.9 }),
    row({ memoryId: "unclear, but better", ...helpful, p: 0.3, q: 0.9 }),
    row({ memoryId: "helpful", ...helpful }),
    row({ memoryId: "few a", p: null, q: null }),
    row({ memoryId: "few b", p: null, q: null }),
  ];

  it("orders the surest harm first and what can't be told last, from any order", () => {
    const random = seededRandom(8);
    for (let round = 0; round < 50; round++) {
      expect(shuffled(rows, random).sort(compareByHarm)).toEqual(rows);
    }
  });

  it("never puts two memories before each other", () => {
    for (const a of rows) {
      for (const b of rows) expect(Math.sign(compareByHarm(a, b)) + Math.sign(compareByHarm(b, a))).toBe(0);
    }
  });
});

describe("sortAttribution", () => {
  it("keeps every row, and what is not tested last either way", () => {
    const rows = [
      row({ memoryId: "a", q: null }),
      row({ memoryId: "b", q: 0.9 }),
      row({ memoryId: "c", q: 0.1 }),
    ];
    const ids = (isDescending: boolean) =>
      sortAttribution(rows, "q", isDescending).map(({ memoryId }) => memoryId);
    expect([ids(true), ids(false)]).toEqual([
      ["b", "c", "a"],
      ["c", "b", "a"],
    ]);
    expect(sortAttribution(Object.freeze(rows), null, true)).toEqual(rows);
    expect(sortAttribution([], "lost", true)).toEqual([]);
  });

  it("leaves equals in the order they came in", () => {
    const rows = ["x", "m", "a"].map((memoryId) => row({ memoryId, lost: 3 }));
    for (const isDescending of [true, false])
      expect(sortAttribution(rows, "lost", isDescending)).toEqual(rows);
  });
});

describe("summarizeAttribution", () => {
  it("counts nobody as nothing", () => {
    const { memories, verdicts, netLoss, netGain } = summarizeAttribution([]);
    expect([memories, ...Object.values(verdicts), netLoss.seen, netGain.byChance]).toEqual([
      0, 0, 0, 0, 0, 0, 0, 0,
    ]);
  });

  it("counts every memory that shares a row, in its verdict and by chance", () => {
    const { memories, verdicts, netLoss } = summarizeAttribution([
      row({ alike: ["b", "c"] }),
      row({ memoryId: "d", p: null, q: null, lost: 1 }),
    ]);
    expect([memories, verdicts.suspected, verdicts.few]).toEqual([4, 3, 1]);
    expect(netLoss.seen).toBe(3);
    expect(netLoss.byChance).toBeCloseTo(0.8, 12);
  });

  it("calls two tasks net a loss or a gain, and one neither", () => {
    const net = (gained: number, lost: number) => {
      const { netLoss, netGain } = summarizeAttribution([row({ gained, lost })]);
      return [netLoss.seen, netGain.seen];
    };
    expect([net(0, 2), net(1, 2), net(2, 2), net(2, 1), net(2, 0)]).toEqual([
      [1, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 1],
    ]);
  });

  it("has one verdict for every memory", () => {
    const random = seededRandom(9);
    const rows = Array.from({ length: 200 }, () =>
      row({
        effect: random() - 0.5,
        passed: Math.floor(random() * 9),
        p: random() < 0.2 ? null : random() / 5,
        q: random() / 5,
      }),
    );
    const { memories, verdicts } = summarizeAttribution(rows);
    expect(Object.values(verdicts).reduce((sum, count) => sum + count, 0)).toBe(memories);
  });
});

describe("sentences of a memory", () => {
  it("name the numbers behind the verdicts", () => {
    const summary = summarizeAttribution([row(), row({ q: 0.2 }), row({ p: null, q: null })]);
    expect(verdictSentence(summary)).toMatch(/1 harmful.*0 helpful.*1 suspected.*2 memories.*1 were/);
    expect(netLossSentence(summary)).toMatch(/^3 .*about 1\./);
  });

  it("write thousands so that one can read them", () => {
    expect(netLossSentence({ netLoss: { seen: 12345, byChance: 999.6 } })).toMatch(/^12,345 .*1,000/);
  });

  it("name the baseline, and one task as one", () => {
    expect(describeEffect(row({ tasks: 1 }), "zero-shot")).toMatch(/zero-shot at 1 task,/);
    expect(describeEffect(row({ tasks: 2, q: null }), "zero-shot")).toMatch(/2 tasks: too few/);
  });

  it.each([
    [0, 0, /^No task/],
    [1, 0, /^1 lost task, none alone/],
    [7, 3, /^7 lost tasks, 3 /],
  ])("of %i lost, %i alone", (lost, lostAlone, sentence) => {
    expect(describeLost({ lost, lostAlone })).toMatch(sentence);
  });
});
