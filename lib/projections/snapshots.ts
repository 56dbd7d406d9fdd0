import { type Db, inTransaction, type RootDb } from "#lib/db/client.ts";
import type { MemoryType } from "#lib/db/generated/client.ts";
import type { AbstractionResult } from "./schema.ts";

/** What a measurement is of, and when its vectors were read. */
export type SnapshotKey = {
  spaceId: string;
  type: MemoryType | null;
  label: string;
  perplexity: number;
  inputHash: string;
  asOf: Date;
};

/** One memory's part in a measurement; null = undefined. */
export type MeasuredMemory = {
  memoryId: string;
  lisi: number | null;
  invariantShare: number | null;
  foreignNeighbors: number | null;
};

/**
 * A stored measurement of the same input, entered into the history once more when another one came between.
 * @param withEach only count it when the numbers of its single memories are still stored too
 * @returns its result as stored; null = measure
 */
export async function recallSnapshot(
  db: RootDb,
  { asOf, ...key }: SnapshotKey,
  withEach: boolean,
): Promise<unknown> {
  const newestFirst = [{ createdAt: "desc" as const }, { id: "desc" as const }];
  const [same, newest] = await Promise.all([
    db.metricSnapshot.findFirst({
      where: { spaceId: key.spaceId, inputHash: key.inputHash },
      orderBy: newestFirst,
    }),
    findNewest(db, key),
  ]);
  if (!same) return null;
  if (withEach && !(await hasMeasures(db, key))) return null;
  if (newest?.id === same.id) {
    await db.metricSnapshot.update({ where: { id: same.id }, data: { checkedAt: asOf } });
  } else {
    const again = { result: same.result as AbstractionResult, createdAt: asOf, checkedAt: asOf };
    await db.metricSnapshot.create({ data: { ...key, ...again } });
  }
  return same.result;
}

/** The pool has nobody to measure, or those who were measured still have their numbers of this input. */
async function hasMeasures(
  db: Db,
  { spaceId, label, inputHash }: Omit<SnapshotKey, "asOf">,
): Promise<boolean> {
  const [row] = await db.$queryRaw<{ complete: boolean }[]>`
    SELECT (SELECT count(*)::int FROM "MemoryMeasure" WHERE "spaceId" = ${spaceId}::uuid AND "label" = ${label}
      AND "inputHash" = ${inputHash}) >= (s."result" ->> 'n')::int AS complete
    FROM "MetricSnapshot" s WHERE s."spaceId" = ${spaceId}::uuid AND s."inputHash" = ${inputHash} LIMIT 1`;
  return row?.complete ?? false;
}

function findNewest(db: Db, { spaceId, type, label, perplexity }: Omit<SnapshotKey, "asOf">) {
  return db.metricSnapshot.findFirst({
    where: { spaceId, type, label, perplexity },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, inputHash: true },
  });
}

/** Adds a measurement to the history and puts the numbers of its memories in the place of older ones of the type. */
export async function keepSnapshot(
  db: RootDb,
  { asOf, ...key }: SnapshotKey,
  result: AbstractionResult,
  each: readonly MeasuredMemory[],
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const newest = await findNewest(tx, key);
    const times = { createdAt: asOf, checkedAt: asOf };
    if (newest?.inputHash !== key.inputHash) {
      await tx.metricSnapshot.create({ data: { ...key, ...times, result } });
    }
    if (each.length > 0) await replaceMeasures(tx, { asOf, ...key }, each);
  });
}

async function replaceMeasures(
  tx: Db,
  { spaceId, type, label, perplexity, inputHash, asOf }: SnapshotKey,
  each: readonly MeasuredMemory[],
): Promise<void> {
  await tx.memoryMeasure.deleteMany({ where: { spaceId, label, ...(type ? { memory: { type } } : {}) } });
  const ids = each.map(({ memoryId }) => memoryId);
  const lisi = each.map((row) => row.lisi);
  const shares = each.map((row) => row.invariantShare);
  const foreign = each.map((row) => row.foreignNeighbors);
  // One statement for a whole type; memories deleted meanwhile are passed over.
  await tx.$executeRaw`
    INSERT INTO "MemoryMeasure" ("memoryId", "spaceId", "label", "lisi", "perplexity", "invariantShare",
      "foreignNeighbors", "inputHash",
      "createdAt")
    SELECT m."id", ${spaceId}::uuid, ${label}, x.lisi, ${perplexity}, x.share, x.other, ${inputHash}, ${asOf}
    FROM unnest(${ids}::uuid[], ${lisi}::float8[], ${shares}::float8[], ${foreign}::float8[])
      AS x (id, lisi, share, other)
    JOIN "Memory" m ON m."id" = x.id`;
}
