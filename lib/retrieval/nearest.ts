import type { Db } from "#lib/db/client.ts";
import { describeEligibility } from "./describe-eligibility.ts";
import { listEligible, type NearRow, type PoolFilter } from "./pool-sql.ts";
import type { NearMemory } from "./schema.ts";

/**
 * The eligible memories nearest to a query in one embedding space: exact, by cosine similarity, equal ones by id.
 * @returns at most `limit` rows, nearest first
 */
export async function listNearest(
  db: Db,
  filter: PoolFilter,
  limit: number,
): Promise<(NearMemory & { similarity: number })[]> {
  const rows = await listEligible(db, filter, limit);
  return rows.map((row) => ({ ...toNearMemory(row, filter.target), similarity: row.similarity as number }));
}

/** A row with the sentence that says why it is eligible or left out. */
export function toNearMemory({ validFrom, validUntil, ...row }: NearRow, target: string | null): NearMemory {
  const dateOf = (moment: Date | string | null) => (moment === null ? null : new Date(moment));
  const window = { validFrom: dateOf(validFrom), validUntil: dateOf(validUntil) };
  return { ...row, because: describeEligibility(row, { ...window, target }) };
}
