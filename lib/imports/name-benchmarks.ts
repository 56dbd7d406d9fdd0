import type { BenchmarkNames } from "#lib/benchmarks/benchmark-names.ts";
import { nearNames } from "#lib/benchmarks/near-names.ts";
import type { PlacedTrial } from "./assembled.ts";
import { UNSPECIFIED } from "./formats/format.ts";
import type { FoundBenchmarks } from "./found-benchmarks.ts";
import type { Problem } from "./schema.ts";

/**
 * Gives the trials the stored names of their benchmarks. What the files said stays beside it: a trial's hash
 * is of that, so that it is known again whatever its benchmark is called here.
 */
export function nameBenchmarks(
  trials: readonly PlacedTrial[],
  names: BenchmarkNames,
  found?: FoundBenchmarks,
): void {
  for (const trial of trials) {
    const spelled = trial.benchmark;
    found?.add(spelled, "trials");
    trial.benchmark = names.canonical(spelled, trial.path);
    if (trial.benchmark !== spelled) trial.spelledBenchmark = spelled;
  }
}

/** Warns of names that an import brings and that are near another: nothing joins them but a person. */
export function warningsOfNames({ stored, added }: BenchmarkNames): Problem[] {
  const pathOf = new Map(added.map(({ name, path }) => [name, path]));
  const all = [...stored, ...pathOf.keys()].filter((name) => name !== UNSPECIFIED);
  return nearNames(all).flatMap(({ names: [a, b] }) => {
    const name = pathOf.has(b) ? b : a;
    const path = pathOf.get(name);
    if (path === undefined) return [];
    const other = name === a ? b : a;
    const reason = `The benchmark "${name}" is new and similar to "${other}". They are kept separate. If they are the same benchmark, say so in the preview (--benchmark-name "${name}=${other}") or join them in Settings, or memories of one will be shown to tasks of the other.`;
    return [{ path, line: null, field: "benchmark", reason }];
  });
}
