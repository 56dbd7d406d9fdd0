import type { Db } from "#lib/db/client.ts";
import { benchmarkKey, normalizeBenchmarkName } from "./benchmark-key.ts";

type AddedName = { name: string; path: string };

/** The names of all benchmarks, as one import or one request sees them. */
export type BenchmarkNames = {
  /**
   * The stored name that a name stands for. A name of no known benchmark is taken up, tidied: whatever else is spelled
   * like it afterwards is the same.
   * @param path the file that says it, for a warning
   */
  canonical: (name: string, path?: string) => string;
  /** Whether two names stand for one benchmark. */
  same: (a: string, b: string) => boolean;
  /** Names stored before, and those taken up since with the file that brought them. */
  stored: readonly string[];
  added: readonly AddedName[];
};

/** Stored names, the oldest first, and aliases with the benchmark that each stands for. */
export type BenchmarkLists = { stored: string[]; aliases: { key: string; benchmarkName: string }[] };

/** Reads the names of benchmarks and their aliases: every entrance of a name goes through `canonical`. */
export async function loadBenchmarkNames(db: Db): Promise<BenchmarkNames> {
  const { stored, aliases } = await loadBenchmarkLists(db);
  return benchmarkNames(stored, aliases);
}

/** The lists that `benchmarkNames` is made of. */
export async function loadBenchmarkLists(db: Db): Promise<BenchmarkLists> {
  const benchmarks = await db.benchmark.findMany({
    orderBy: [{ createdAt: "asc" }, { name: "asc" }],
    select: { name: true },
  });
  const aliases = await db.benchmarkAlias.findMany({ select: { key: true, benchmarkName: true } });
  return { stored: benchmarks.map(({ name }) => name), aliases };
}

/** The same from lists; an earlier name goes before a later one of equal spelling. */
export function benchmarkNames(
  stored: readonly string[],
  aliases: readonly { key: string; benchmarkName: string }[] = [],
): BenchmarkNames {
  const exact = new Set(stored);
  const byAlias = new Map(aliases.map(({ key, benchmarkName }) => [key, benchmarkName]));
  const byKey = new Map(stored.toReversed().map((name) => [benchmarkKey(name), name]));
  const added: AddedName[] = [];
  function canonical(name: string, path = ""): string {
    const key = benchmarkKey(name);
    const known = byAlias.get(key) ?? (exact.has(name) ? name : byKey.get(key));
    if (known !== undefined) return known;
    const tidy = normalizeBenchmarkName(name);
    byKey.set(key, tidy);
    added.push({ name: tidy, path });
    return tidy;
  }
  const identity = (name: string) => {
    const key = benchmarkKey(name);
    return benchmarkKey(byAlias.get(key) ?? name);
  };
  return { canonical, same: (a, b) => identity(a) === identity(b), stored, added };
}
