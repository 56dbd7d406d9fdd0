import type { Db } from "#lib/db/client.ts";
import type { MemoryScope } from "#lib/db/generated/client.ts";

// SQL: the lock of a table, rows that get a value each, and groups over fields of JSON.

/** Makes whoever else changes aliases wait until this transaction ends; readers go on. */
export async function lockAliases(tx: Db): Promise<void> {
  await tx.$executeRaw`LOCK TABLE "BenchmarkAlias" IN SHARE ROW EXCLUSIVE MODE`;
}

/** Gives memories to a benchmark, each with its new content hash. */
export async function moveByIds(
  tx: Db,
  ids: readonly string[],
  hashes: readonly string[],
  to: string,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Memory" m SET "benchmarkName" = ${to}, "contentHash" = x.hash, "version" = m."version" + 1,
      "updatedAt" = ${new Date()}::timestamptz
    FROM unnest(${ids}::text[], ${hashes}::text[]) AS x (id, hash) WHERE m."id" = x.id::uuid`;
}

/** Runs that touch some benchmarks and whose scope is another now than what is stored, as their retrievals show. */
export function listChangedScopes(
  tx: Db,
  names: readonly string[],
): Promise<{ id: string; scope: MemoryScope; now: MemoryScope }[]> {
  return tx.$queryRaw<{ id: string; scope: MemoryScope; now: MemoryScope }[]>`
    WITH pairs AS (
      SELECT DISTINCT trial."runId", r."shown"->>'benchmark' AS source, task."benchmarkName" AS target
      FROM "Retrieval" r JOIN "Trial" trial ON trial."id" = r."trialId" JOIN "Task" task ON task."id" = trial."taskId"
      WHERE r."shown"->>'benchmark' IS NOT NULL
    ), scopes AS (
      SELECT "runId", CASE WHEN bool_and(benchmark_identity(source) = benchmark_identity(target))
        THEN 'in_domain' ELSE 'cross_domain' END AS now
      FROM pairs GROUP BY "runId" HAVING bool_or(source = ANY(${names}) OR target = ANY(${names}))
    )
    SELECT run."id"::text AS id, run."scope"::text AS scope, scopes.now
    FROM "Run" run JOIN scopes ON scopes."runId" = run."id"
    WHERE run."scope" IS NOT NULL AND run."scope"::text <> scopes.now`;
}
