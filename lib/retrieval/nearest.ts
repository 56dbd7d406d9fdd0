import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { because } from "./because.ts";
import { nearColumns, type PoolFilter, poolSql } from "./pool-sql.ts";
import type { NearMemory } from "./schema.ts";

type NearRow = Omit<NearMemory, "because"> & { validFrom: Date | null; validUntil: Date | null };

/**
 * The eligible memories nearest to a query in one embedding space: exact, by cosine similarity, equal ones by id.
 * @returns at most `limit` rows, nearest first
 */
export async function listNearest(
  db: Db,
  filter: PoolFilter,
  limit: number,
): Promise<(NearMemory & { similarity: number })[]> {
  const rows = await db.$queryRaw<NearRow[]>`${poolSql(filter)}
    SELECT ${nearColumns} FROM pool WHERE reason IS NULL ORDER BY distance, "id" LIMIT ${limit}`;
  return rows.map((row) => ({ ...toNear(row, filter.target), similarity: row.similarity as number }));
}

/** The memories nearest to a query that were left out, nearest first; those without a vector can't be among them. */
export async function listNearestLeftOut(
  db: Db,
  filter: PoolFilter,
  options: { limit: number; otherTypes: boolean },
): Promise<NearMemory[]> {
  const types = options.otherTypes
    ? Prisma.sql`reason = 'other type'`
    : Prisma.sql`reason IS NOT NULL AND reason <> 'other type'`;
  const rows = await db.$queryRaw<NearRow[]>`${poolSql(filter)}
    SELECT ${nearColumns} FROM pool WHERE distance IS NOT NULL AND ${types}
    ORDER BY distance, "id" LIMIT ${options.limit}`;
  return rows.map((row) => toNear(row, filter.target));
}

function toNear({ validFrom, validUntil, ...row }: NearRow, target: string | null): NearMemory {
  return { ...row, because: because(row, { validFrom, validUntil, target }) };
}
