import { describe, expect, it } from "vitest";
import { seededRandom, shuffled } from "#lib/shared/random.ts";
import { attentionGroups } from "./attention-groups.ts";
import { otherItems } from "./other-items.ts";
import { poolCounts } from "./pool-counts.ts";
import type { Attention, PoolGroup } from "./schema.ts";

const now = new Date("2026-05-01T12:00:00Z");
const none = { count: 0, first: [] };
const others = {
  expired: 0,
  staleEmbeddings: 0,
  missingEmbeddings: 0,
  lintWarnings: 0,
  pendingDrafts: 0,
  inReview: 0,
};
const nothing: Attention = {
  suspects: { ...none, harmful: 0, tested: 0, signs: 0 },
  candidates: none,
  expiring: none,
  lintErrors: none,
  failedJobs: none,
  others,
};
const groupsOf = (attention: Partial<Attention>) => attentionGroups({ ...nothing, ...attention }, now);

describe("each kind of thing that waits", () => {
  const kinds = ["suspects", "failedJobs", "lintErrors", "expiring", "candidates"] as const;

  it("is told in the same order of gravity, whichever of them there are", () => {
    const hrefs = (present: readonly (typeof kinds)[number][]) =>
      groupsOf(Object.fromEntries(present.map((kind) => [kind, { ...nothing[kind], count: 1 }]))).groups.map(
        ({ href }) => href,
      );
    const all = hrefs(kinds);
    expect(new Set(all).size).toBe(5);
    for (let bits = 0; bits < 32; bits++) {
      const present = kinds.filter((_, i) => bits & (1 << i));
      expect(hrefs(present)).toEqual(all.filter((_, i) => bits & (1 << i)));
      expect(hrefs([...present].reverse())).toEqual(hrefs(present));
    }
  });

  it("is either told or called clear, never both and never neither", () => {
    for (const kind of kinds) {
      const { groups, clear } = groupsOf({ [kind]: { ...nothing[kind], count: 3 } });
      expect([groups.length, clear.length]).toEqual([1, 4]);
    }
  });

  it.each([
    [1, "1 memory with lint errors"],
    [2, "2 memories with lint errors"],
    [1_234_567, "1,234,567 memories with lint errors"],
  ])("speaks of %i in its number", (count, text) => {
    expect(groupsOf({ lintErrors: { count, first: [] } }).groups[0]?.text).toBe(text);
  });
});

describe("days", () => {
  const expiringIn = (ms: number) =>
    groupsOf({
      expiring: { count: 1, first: [{ id: "m", title: "t", validUntil: new Date(now.getTime() + ms) }] },
    }).groups[0]?.first[0]?.deciding;
  const failedAgo = (ms: number) =>
    groupsOf({
      failedJobs: {
        count: 1,
        first: [{ id: "j", title: "t", error: null, finishedAt: new Date(now.getTime() - ms) }],
      },
    }).groups[0]?.first[0]?.deciding;
  const day = 86_400_000;

  it.each([
    [-day, "in 0 days"],
    [0, "in 0 days"],
    [1, "in 1 day"],
    [day, "in 1 day"],
    [day + 1, "in 2 days"],
  ])("to an end in %i ms: %s", (ms, told) => {
    expect(expiringIn(ms)).toBe(told);
  });

  it.each([
    [-5000, "today"],
    [0, "today"],
    [day - 1, "today"],
    [day, "1 day ago"],
    [2 * day - 1, "1 day ago"],
    [2 * day, "2 days ago"],
  ])("since %i ms ago: %s", (ms, told) => {
    expect(failedAgo(ms)).toBe(told);
  });
});

describe("what chance alone would give", () => {
  const noteOf = (tested: number, signs = 0, harmful = 0) =>
    groupsOf({ suspects: { count: 1, first: [], tested, signs, harmful } }).groups[0]?.note;

  it.each([
    [0, "up to 0."],
    [20, "up to 1."],
    [40, "up to 1."],
    [4000, "up to 100."],
    [100_000, "up to 2,500."],
  ])("is one in forty of %i tests: %s", (tested, told) => {
    expect(noteOf(tested)).toMatch(new RegExp(`${told.replace(".", "\\.")}$`));
  });

  it("names those that hold after correction first, and only where there are some", () => {
    expect(noteOf(400, 30, 2)).toMatch(/^2 at q ≤ \.05\. 30 of 400 tested/);
    expect(noteOf(400, 30)).toMatch(/^30 of 400 tested/);
  });
});

it("other things are linked to one by one, each only where it is there", () => {
  for (const kind of Object.keys(others)) {
    const items = otherItems({ ...others, [kind]: 1 });
    expect(items, kind).toHaveLength(1);
    expect(items[0]?.text, kind).toMatch(/^1 /);
    expect(items[0]?.href, kind).toMatch(/^\//);
  }
});

describe("counts of a pool", () => {
  const random = seededRandom(5);
  const pick = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)] as T;
  const groups: PoolGroup[] = Array.from({ length: 200 }, () => ({
    type: pick(["trajectory", "workflow", "summary", "insight"] as const),
    benchmark: pick(["Zeta", "alpha", "Émile", "日本", "constructor", "__proto__"]),
    lifecycle: pick(["candidate", "active", "deprecated"] as const),
    count: Math.floor(random() * 50),
  }));

  it("are the same in whichever order they come", () => {
    expect(poolCounts(shuffled(groups, random))).toEqual(poolCounts(groups));
  });

  it("add up along rows, along columns and by lifecycle to the same total", () => {
    const { total, rows, typeTotals, lifecycles } = poolCounts(groups);
    const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
    expect(total).toBe(sum(groups.map(({ count }) => count)));
    expect(sum(rows.map((row) => row.total))).toBe(total);
    expect(sum(typeTotals)).toBe(total);
    expect(sum(Object.values(lifecycles))).toBe(total);
    for (const row of rows) expect(sum(row.counts)).toBe(row.total);
  });

  it("order benchmarks as people do, accents and capitals aside", () => {
    expect(
      poolCounts(groups)
        .rows.map(({ benchmark }) => benchmark)
        .filter((name) => /^[a-zé]/i.test(name)),
    ).toEqual(["alpha", "constructor", "Émile", "Zeta"]);
  });
});
