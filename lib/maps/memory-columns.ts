import type { Db } from "#lib/db/client.ts";
import { type MemoryType, Prisma } from "#lib/db/generated/client.ts";
import { measureJoins } from "#lib/memories/measure-joins.ts";

/** What a map shows of memories, one value a memory in every column; null = not known. */
export type MemoryColumns = {
  ids: string[];
  type: string[];
  benchmark: string[];
  outcome: string[];
  lifecycle: string[];
  generator: (string | null)[];
  tags: string[][];
  lisi: (number | null)[];
  invariantShare: (number | null)[];
  foreignNeighbors: (number | null)[];
  lintFindings: number[];
  retrievals: number[];
  /** Whole days: the same map is the same bytes until tomorrow, and caches can tell. */
  ageDays: number[];
};

type ColumnParams = {
  /** null = every type */
  type: MemoryType | null;
  /** LISI and invariant share are of this space, labeled by benchmark. */
  spaceId: string;
};

/**
 * The memories of a type as columns, in no order. The database makes the columns: a hundred thousand memories are a
 * third of a second so, and two seconds as rows.
 */
export async function readMemoryColumns(db: Db, { type, spaceId }: ColumnParams): Promise<MemoryColumns> {
  const [row] = await db.$queryRaw<Record<keyof MemoryColumns, string>[]>`
    SELECT ${column(Prisma.sql`m."id"`)} AS "ids", ${column(Prisma.sql`m."type"`)} AS "type",
      ${column(Prisma.sql`m."benchmarkName"`)} AS "benchmark", ${column(Prisma.sql`m."outcome"`)} AS "outcome",
      ${column(Prisma.sql`m."lifecycle"`)} AS "lifecycle", ${column(Prisma.sql`m."generator"`)} AS "generator",
      ${column(Prisma.sql`m."tags"`)} AS "tags", ${column(Prisma.sql`s."lisi"`)} AS "lisi",
      ${column(Prisma.sql`s."invariantShare"`)} AS "invariantShare",
      ${column(Prisma.sql`s."foreignNeighbors"`)} AS "foreignNeighbors",
      ${column(Prisma.sql`coalesce(f.n, 0)`)} AS "lintFindings", ${column(Prisma.sql`coalesce(r.n, 0)`)} AS "retrievals",
      ${column(Prisma.sql`floor(extract(epoch FROM now() - m."createdAt") / 86400)::int`)} AS "ageDays"
    FROM "Memory" m
    ${measureJoins(spaceId, "benchmark")}
    ${type ? Prisma.sql`WHERE m."type" = ${type}::"MemoryType"` : Prisma.empty}`;
  const entries = Object.entries(row ?? {}).map(([name, text]) => [name, JSON.parse(text)]);
  return Object.fromEntries(entries) as MemoryColumns;
}

/** All values of an expression as one JSON array in text, which passes the driver untouched. */
function column(value: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce(json_agg(${value}), '[]')::text`;
}
