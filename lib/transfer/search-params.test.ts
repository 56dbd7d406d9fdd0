import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import {
  clampK,
  compareHref,
  compareTaskHref,
  listOf,
  loadCompareParams,
  loadCompareTaskParams,
  offeredKs,
  tasksHref,
} from "./search-params.ts";

const paramsOf = (address: string) => loadCompareParams(new URL(address, "http://localhost"));

describe("the address of a comparison", () => {
  it("reads back as what it was made of", () => {
    const random = seededRandom(61);
    const texts = ["", "a b", "50% & more", "größe/日本", "x=y?z#w", "+", "\u{1F600}"];
    for (let round = 0; round < 50; round++) {
      const pick = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)] as T;
      const params = {
        ...paramsOf("/compare"),
        base: pick(texts),
        cand: pick([...texts, null]),
        k: pick([1, 2, 3, 40]),
        errored: pick([true, false]),
        tab: pick(["benchmarks", "tasks", "noise"] as const),
        benchmark: pick([...texts, null]),
        q: pick(texts),
        sort: pick(["outcome", "noise"] as const),
        dir: pick(["asc", "desc"] as const),
        page: pick([1, 7]),
      };
      expect(paramsOf(compareHref("/compare", params))).toEqual(params);
    }
  });

  it("falls back where it holds what no page wrote", () => {
    const odd = paramsOf(
      "/compare?k=three&errored=maybe&tab=secrets&outcome=won&sort=price&dir=up&page=last",
    );
    expect(odd).toEqual(paramsOf("/compare"));
  });

  it("says nothing of what is as always", () => {
    expect(compareHref("/compare", paramsOf("/compare"))).toBe("/compare");
  });
});

describe("the address of its tasks", () => {
  const narrowed = paramsOf(
    "/compare?base=1&cand=2&k=2&errored=true&q=old&benchmark=gym&page=4&outcome=lost",
  );

  it("keeps the runs and how they are compared, and no filter but those given", () => {
    const params = paramsOf(tasksHref(narrowed, { outcome: "gained" }));
    expect(params).toMatchObject({ base: "1", cand: "2", k: 2, errored: true, tab: "tasks", page: 1 });
    expect(params).toMatchObject({ outcome: "gained", benchmark: null, q: "", memory: null, evidence: null });
  });

  it("carries a list into the address of one task, and nothing else", () => {
    const href = compareTaskHref("/compare/task", { base: "1", cand: "2", task: "3", ...listOf(narrowed) });
    const params = loadCompareTaskParams(new URL(href, "http://localhost"));
    expect(listOf(params)).toEqual(listOf(narrowed));
    expect(params).toMatchObject({ task: "3", a: null, b: null, k: 3 });
    expect(href).not.toContain("page=");
  });
});

it.each([
  [0, 1],
  [-5, 1],
  [1, 1],
  [100, 100],
  [1e9, 100],
  [2.5, 3],
  [Number.NaN, 3],
  [Number.POSITIVE_INFINITY, 3],
])("takes %j for k = %i", (typed, k) => {
  expect(clampK(typed)).toBe(k);
});

it("offers k in order, once each, never more than there are attempts", () => {
  for (let attempts = 0; attempts <= 30; attempts++)
    for (let chosen = 1; chosen <= 12; chosen++) {
      const ks = offeredKs(attempts, chosen);
      expect(ks).toEqual([...new Set(ks)].sort((a, b) => a - b));
      expect(ks[0]).toBe(1);
      expect(ks.at(-1)).toBe(Math.max(1, attempts));
      expect(ks.includes(chosen)).toBe(chosen <= Math.max(1, attempts));
    }
});
