import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";

/**
 * The stored names of the benchmarks that some names stand for, as a subquery: every spelling, aliases followed.
 * What compares a benchmark with a name that a person or a file gave compares with these.
 */
export function sameBenchmarksSql(names: readonly string[]): Prisma.Sql {
  return Prisma.sql`(SELECT b."name" FROM "Benchmark" b WHERE benchmark_identity(b."name") IN
    (SELECT benchmark_identity(given) FROM unnest(${names}::text[]) AS given))`;
}

/** The same names as a list. */
export async function listSameBenchmarks(db: Db, names: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT b."name" FROM "Benchmark" b WHERE b."name" IN ${sameBenchmarksSql(names)} ORDER BY b."name"`;
  return rows.map((row) => row.name);
}

/** The stored name of the benchmark that a name stands for: itself where it is stored, never an alias; null = none. */
export async function findBenchmark(db: Db, name: string): Promise<string | null> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT b."name" FROM "Benchmark" b WHERE b."name" IN ${sameBenchmarksSql([name])}
    ORDER BY EXISTS (SELECT FROM "BenchmarkAlias" a WHERE a."name" = b."name"), b."name" = ${name} DESC,
      b."createdAt", b."name" LIMIT 1`;
  return rows[0]?.name ?? null;
}

/** Names that are no alias, in alphabetical order: what pickers offer. */
export async function listBenchmarkNames(db: Db): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT b."name" FROM "Benchmark" b
    WHERE NOT EXISTS (SELECT FROM "BenchmarkAlias" a WHERE a."name" = b."name")`;
  return rows.map((row) => row.name).sort((a, b) => a.localeCompare(b, "en"));
}
