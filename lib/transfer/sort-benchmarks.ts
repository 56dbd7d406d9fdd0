import type { BenchmarkComparison } from "./schema.ts";

export const BENCHMARK_SORTS = ["benchmark", "lost", "gained", "q", "difference", "pairs"] as const;
export type BenchmarkSort = (typeof BENCHMARK_SORTS)[number];

/** The rows by a column, those without a value last either way; without one, as they are. @param k of pass@k */
export function sortBenchmarks(
  rows: readonly BenchmarkComparison[],
  sort: BenchmarkSort | null,
  isDescending: boolean,
  k: number,
): BenchmarkComparison[] {
  if (sort === null) return [...rows];
  const sign = isDescending ? -1 : 1;
  return [...rows].sort((a, b) => {
    if (sort === "benchmark") return sign * a.benchmark.localeCompare(b.benchmark, "en");
    const [left, right] = [valueIn(a, sort, k), valueIn(b, sort, k)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  });
}

function valueIn(row: BenchmarkComparison, sort: Exclude<BenchmarkSort, "benchmark">, k: number) {
  if (sort === "q") return row.test.q;
  if (sort === "difference") return row.passAt[String(k)]?.delta ?? null;
  return row[sort];
}
