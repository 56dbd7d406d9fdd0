import { benchmarkKey } from "#lib/benchmarks/benchmark-key.ts";
import type { BenchmarkNames } from "#lib/benchmarks/benchmark-names.ts";
import { similarNames } from "#lib/benchmarks/near-names.ts";
import type { DecidedName } from "./decide-benchmarks.ts";
import { UNSPECIFIED } from "./formats/format.ts";
import type { BenchmarkReport } from "./schema.ts";

type Found = { memories: number; trials: number };

/** Counts the names of benchmarks as the files spell them, for the dry run to ask what each is. */
export class FoundBenchmarks {
  readonly #found = new Map<string, Found>();

  add(name: string, noun: keyof Found): void {
    const held = this.#found.get(name) ?? { memories: 0, trials: 0 };
    held[noun] += 1;
    this.#found.set(name, held);
  }

  /**
   * What each name will be stored as. Of a new name also the benchmarks that it may be: nothing joins them but a person.
   * @returns new names first, then by name; without records that name no benchmark
   */
  report(
    { canonical, stored, added }: BenchmarkNames,
    decided: readonly DecidedName[],
    isAlias: (name: string) => boolean,
  ): BenchmarkReport[] {
    const isNew = new Set(added.map(({ name }) => name));
    const chosen = new Set(decided.map(({ name }) => benchmarkKey(name)));
    const all = [...stored.filter((name) => !isAlias(name)), ...isNew].filter((name) => name !== UNSPECIFIED);
    return [...this.#found]
      .filter(([name]) => name.trim() !== "" && name !== UNSPECIFIED)
      .map(([name, counts]) => {
        const storedAs = canonical(name);
        const state = chosen.has(benchmarkKey(name))
          ? ("decided" as const)
          : isNew.has(storedAs)
            ? ("new" as const)
            : isAlias(name)
              ? ("alias" as const)
              : ("known" as const);
        const similar = state === "new" ? similarNames(storedAs, all) : [];
        return { name, storedAs, state, ...counts, similar };
      })
      .sort((a, b) => order(a) - order(b) || (a.name < b.name ? -1 : 1));
  }
}

const order = ({ state }: BenchmarkReport) => ["new", "decided", "alias", "known"].indexOf(state);
