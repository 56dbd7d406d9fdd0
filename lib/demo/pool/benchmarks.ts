import { AIDER_POLYGLOT } from "./benchmarks/aider-polyglot.ts";
import { AUTOCODEBENCH } from "./benchmarks/autocodebench.ts";
import { COMPILE_BENCH } from "./benchmarks/compile-bench.ts";
import { DEV_EVAL } from "./benchmarks/dev-eval.ts";
import { EVOEVAL } from "./benchmarks/evoeval.ts";
import { LIVECODEBENCH } from "./benchmarks/livecodebench.ts";
import { MLGYM_BENCH } from "./benchmarks/mlgym-bench.ts";
import { REPLICATION_BENCH } from "./benchmarks/replication-bench.ts";
import { SWE_BENCH_VERIFIED } from "./benchmarks/swe-bench-verified.ts";
import { TERMINAL_BENCH_2 } from "./benchmarks/terminal-bench-2.ts";
import type { BenchmarkWords } from "./types.ts";

/** The ten source benchmarks of the paper, with its numbers of tasks (769 together). */
export const BENCHMARKS: readonly BenchmarkWords[] = [
  LIVECODEBENCH,
  EVOEVAL,
  SWE_BENCH_VERIFIED,
  AUTOCODEBENCH,
  AIDER_POLYGLOT,
  TERMINAL_BENCH_2,
  DEV_EVAL,
  REPLICATION_BENCH,
  MLGYM_BENCH,
  COMPILE_BENCH,
];

export const EXPERIENCE_COUNT = 431;

/** Shares a total in proportion to weights, by largest remainder. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const shares = exact.map(Math.floor);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  let left = total - shares.reduce((a, b) => a + b, 0);
  for (const { index } of byRemainder) {
    if (left-- <= 0) break;
    shares[index] = (shares[index] ?? 0) + 1;
  }
  return shares;
}
