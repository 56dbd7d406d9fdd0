import type { Db } from "#lib/db/client.ts";
import { listBenchmarkNames } from "./benchmarks-sql.ts";
import { type NearNames, nearNames } from "./near-names.ts";

export type BenchmarkAliasRow = { name: string; benchmark: string; actor: string; createdAt: string };

/** A pair of near names with how much each holds; the one that holds more comes second, to be kept. */
export type NearBenchmarks = NearNames & { counts: [number, number] };

export async function listAliases(db: Db): Promise<BenchmarkAliasRow[]> {
  const rows = await db.benchmarkAlias.findMany({ orderBy: [{ benchmarkName: "asc" }, { name: "asc" }] });
  return rows.map(({ name, benchmarkName, actor, createdAt }) => ({
    name,
    benchmark: benchmarkName,
    actor,
    createdAt: createdAt.toISOString(),
  }));
}

/** Stored names that may be one benchmark. */
export async function listNearBenchmarks(db: Db): Promise<NearBenchmarks[]> {
  const counts = new Map<string, number>();
  for (const name of await listBenchmarkNames(db)) counts.set(name, 0);
  const memories = await db.memory.groupBy({ by: ["benchmarkName"], _count: true });
  const tasks = await db.task.groupBy({ by: ["benchmarkName"], _count: true });
  for (const { benchmarkName, _count } of [...memories, ...tasks]) {
    const before = counts.get(benchmarkName);
    if (before !== undefined) counts.set(benchmarkName, before + _count);
  }
  return nearNames([...counts.keys()]).map((near) => {
    const pair = near.names.map((name) => [name, counts.get(name) ?? 0] as const);
    const [less, more] = pair.toSorted((a, b) => a[1] - b[1]) as [[string, number], [string, number]];
    return { kind: near.kind, names: [less[0], more[0]], counts: [less[1], more[1]] };
  });
}
