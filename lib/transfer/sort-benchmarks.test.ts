import { expect, it } from "vitest";
import type { BenchmarkComparison } from "./schema.ts";
import { type BenchmarkSort, sortBenchmarks } from "./sort-benchmarks.ts";

function row(benchmark: string, lost: number, q: number, delta: number | null): BenchmarkComparison {
  return {
    benchmark,
    lost,
    test: { p: q, q },
    passAt: { 3: { delta } },
  } as unknown as BenchmarkComparison;
}

const rows = [row("b", 2, 0.5, null), row("c", 9, 0.01, -0.1), row("a", 4, 1, 0.2)];

it.each<[BenchmarkSort | null, boolean, string]>([
  [null, true, "bca"],
  ["benchmark", false, "abc"],
  ["lost", true, "cab"],
  ["q", false, "cba"],
  ["difference", false, "cab"],
  // What is unknown is neither the best nor the worst.
  ["difference", true, "acb"],
])("by %s, descending %s: %s", (sort, isDescending, order) => {
  const sorted = sortBenchmarks(rows, sort, isDescending, 3);
  expect(sorted.map((each) => each.benchmark).join("")).toBe(order);
});
