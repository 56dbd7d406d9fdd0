import { compareRuns } from "../compare.ts";
import { readComparison } from "../verdict.ts";
import { drawRates, drawRun, type RateMix } from "./draw-runs.ts";

/** Shares of comparisons of a run with its own repeat that say something, all of it false. */
export type PageResult = {
  /** "Significantly better" or "worse". */
  verdict: number;
  worse: number;
  /** Any benchmark with q <= .05. */
  anyBenchmark: number;
  anySupported: number;
  /** Any of the three. */
  anything: number;
  /** Share of all benchmarks' intervals of pass@1 without 0: these are not adjusted, and the page says so. */
  intervalWithoutZero: number;
};

/** How often a comparison page is wrong when memory changes nothing. */
export function simulatePage(
  {
    mix,
    tasks,
    benchmarks,
    repeats,
    attempts = 3,
  }: { mix: RateMix; tasks: number; benchmarks: number; repeats: number; attempts?: number },
  random: () => number,
): PageResult {
  const result = {
    verdict: 0,
    worse: 0,
    anyBenchmark: 0,
    anySupported: 0,
    anything: 0,
    intervalWithoutZero: 0,
  };
  for (let repeat = 0; repeat < repeats; repeat++) {
    const rates = drawRates(mix, tasks, random);
    const draw = () => drawRun(rates, random, { benchmarks, attempts });
    const comparison = compareRuns(draw(), draw());
    const { direction } = readComparison(comparison);
    const verdict = direction !== "unclear";
    const anyBenchmark = comparison.byBenchmark.some((row) => row.test.q <= 0.05);
    const anySupported = comparison.evidence.supported > 0;
    const apart = comparison.byBenchmark.filter(({ passAt }) => {
      const [low, high] = passAt["1"]?.ci ?? [0, 0];
      return low > 0 || high < 0;
    });
    result.verdict += Number(verdict) / repeats;
    result.worse += Number(direction === "worse") / repeats;
    result.anyBenchmark += Number(anyBenchmark) / repeats;
    result.anySupported += Number(anySupported) / repeats;
    result.anything += Number(verdict || anyBenchmark || anySupported) / repeats;
    result.intervalWithoutZero += apart.length / comparison.byBenchmark.length / repeats;
  }
  return result;
}
