import { randomUUID } from "node:crypto";
import { benchmarkKey, normalizeBenchmarkName } from "#lib/benchmarks/benchmark-key.ts";
import { type BenchmarkNames, benchmarkNames, loadBenchmarkLists } from "#lib/benchmarks/benchmark-names.ts";
import { inTransaction, type RootDb } from "#lib/db/client.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";

/** A name that files use, and the benchmark that a person says it is. */
export type DecidedName = { name: string; benchmark: string };
export type DecidedNames = { names: BenchmarkNames; decided: DecidedName[] };

/**
 * The names of benchmarks as one import sees them, with what a person decided about new names among them.
 * @param chosen benchmark by name; what is an alias of it already is no decision
 * @returns "invalid" for a name that is stored: what it holds is joined in Settings
 */
export async function namesWithDecisions(
  db: RootDb,
  chosen: Readonly<Record<string, string>>,
): Promise<Result<DecidedNames>> {
  const { stored, aliases } = await loadBenchmarkLists(db);
  const known = benchmarkNames(stored, aliases);
  const decided: DecidedName[] = [];
  for (const [from, to] of Object.entries(chosen)) {
    const name = normalizeBenchmarkName(from);
    if (name === "" || to.trim() === "") return err("invalid", "Name two benchmarks: FROM=TO.");
    const benchmark = known.canonical(to);
    if (known.same(name, benchmark)) continue;
    const isStored = stored.some((one) => benchmarkKey(one) === benchmarkKey(name));
    const isAlias = aliases.some(({ key }) => key === benchmarkKey(name));
    if (isStored || isAlias)
      return err(
        "invalid",
        `"${name}" is ${isAlias ? "another name of a benchmark" : "a benchmark"} already: join or separate names in Settings, then import again.`,
      );
    decided.push({ name, benchmark });
  }
  const added = decided.map(({ name, benchmark }) => ({
    key: benchmarkKey(name),
    benchmarkName: benchmark,
  }));
  return ok({ names: benchmarkNames(stored, [...aliases, ...added]), decided });
}

/** Keeps decisions as aliases, each with an audit row, so that the next import need not ask. Nothing is moved by it. */
export async function keepDecidedNames(
  db: RootDb,
  decided: readonly DecidedName[],
  actor: string,
): Promise<void> {
  if (decided.length === 0) return;
  await inTransaction(db, async (tx) => {
    for (const { name, benchmark } of decided) {
      await tx.benchmark.createMany({ data: [{ name: benchmark }], skipDuplicates: true });
      const batchId = randomUUID();
      const moved = { batchId, aliases: [], renamed: [], joined: [], trials: [], runs: [] };
      const row = { name, key: benchmarkKey(name), benchmarkName: benchmark, actor, moved };
      const { count } = await tx.benchmarkAlias.createMany({ data: [row], skipDuplicates: true });
      if (count === 0) continue;
      const detail = { name, benchmark, memories: 0, tasks: 0, trials: 0 };
      await tx.auditEvent.create({ data: { actor, action: "benchmark.alias", subjectId: batchId, detail } });
    }
    return ok(null);
  });
}
