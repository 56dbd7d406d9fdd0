import type { BenchmarkNames } from "#lib/benchmarks/benchmark-names.ts";
import type { AssembledRun } from "./assembled.ts";

/**
 * Gives the trials of runs the stored names of their benchmarks. What the files said stays beside it: a trial's hash
 * is of that, so that it is known again whatever its benchmark is called here.
 */
export function nameBenchmarks(runs: readonly AssembledRun[], names: BenchmarkNames): void {
  for (const trial of runs.flatMap((run) => run.trials)) {
    const spelled = trial.benchmark;
    trial.benchmark = names.canonical(spelled);
    if (trial.benchmark !== spelled) trial.spelledBenchmark = spelled;
  }
}
