import { type Db, inTransaction, type RootDb } from "#lib/db/client.ts";
import { type MemoryType, Prisma } from "#lib/db/generated/client.ts";
import { hasMeasures, insertMeasures } from "./abstraction-sql.ts";
import { type AbstractionChange, type AbstractionResult, abstractionResult } from "./schema.ts";

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

/** What is stored of a measurement beside its result. */
export type SnapshotContext = { change: AbstractionChange | null; members: Prisma.InputJsonValue | null };

/** The newest measurement under a key, whatever its input. */
export type PreviousSnapshot = { id: string; inputHash: string; members: unknown };

/**
 * A stored result of the same input, made by the same definitions.
 * @param withEach only count it when the numbers of its single memories are still stored too
 * @returns null = measure
 */
export async function findReusableSnapshot(
  db: RootDb,
  { spaceId, label, inputHash }: SnapshotKey,
  withEach: boolean,
): Promise<AbstractionResult | null> {
  const same = await db.metricSnapshot.findFirst({
    where: { spaceId, inputHash },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { result: true },
  });
  if (!same || (withEach && !(await hasMeasures(db, { spaceId, label, inputHash })))) return null;
  return abstractionResult.safeParse(same.result).data ?? null;
}

/** Notes that the newest measurement still held when its vectors were read anew. */
export async function confirmSnapshot(db: RootDb, id: string, asOf: Date): Promise<void> {
  await db.metricSnapshot.update({ where: { id }, data: { checkedAt: asOf }, select: { id: true } });
}

/** The newest snapshot of a key; null = there is none. */
export function findPreviousSnapshot(
  db: Db,
  { spaceId, type, label, perplexity }: Pick<SnapshotKey, "spaceId" | "type" | "label" | "perplexity">,
): Promise<PreviousSnapshot | null> {
  return db.metricSnapshot.findFirst({
    where: { spaceId, type, label, perplexity },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, inputHash: true, members: true },
  });
}

/**
 * Adds a measurement to the history and puts the numbers of its memories in the place of older ones of the type. Only
 * the newest keeps its members.
 */
export async function saveSnapshot(
  db: RootDb,
  { asOf, ...key }: SnapshotKey,
  result: AbstractionResult,
  { change, members }: SnapshotContext,
  each: readonly MeasuredMemory[],
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const newest = await findPreviousSnapshot(tx, key);
    if (newest?.inputHash !== key.inputHash) {
      if (newest)
        await tx.metricSnapshot.update({
          where: { id: newest.id },
          data: { members: Prisma.DbNull },
          select: { id: true },
        });
      await tx.metricSnapshot.create({
        data: {
          ...key,
          createdAt: asOf,
          checkedAt: asOf,
          result,
          // A job of the same kind may have come between: what was compared with is then not the one before.
          ...(change && change.fromId === newest?.id ? { change } : {}),
          ...(members ? { members } : {}),
        },
        select: { id: true },
      });
    }
    if (each.length > 0) await replaceMeasures(tx, { asOf, ...key }, each);
  });
}

async function replaceMeasures(tx: Db, key: SnapshotKey, each: readonly MeasuredMemory[]): Promise<void> {
  const { spaceId, type, label } = key;
  await tx.memoryMeasure.deleteMany({ where: { spaceId, label, ...(type ? { memory: { type } } : {}) } });
  await insertMeasures(tx, key, each);
}
