import type { Db, RootDb } from "./client.ts";

/** The tables whose writes are noted, by a trigger on each. */
export const revisedTables = [
  "Benchmark",
  "BenchmarkAlias",
  "Task",
  "Run",
  "Trial",
  "Trajectory",
  "TrajectoryPart",
  "JudgeAudit",
  "Memory",
  "Revision",
  "EmbeddingSpace",
  "Embedding",
  "Retrieval",
  "Projection",
  "PlacedPoint",
  "MetricSnapshot",
  "MemoryMeasure",
  "LintFinding",
  "ReviewLabel",
  "CaseVerdict",
  "ColumnMapping",
  "Release",
  "RerunPlan",
  "RerunResult",
  "Setting",
] as const;
export type RevisedTable = (typeof revisedTables)[number];

/**
 * A text that differs after every committed write to one of the tables, whoever wrote: what was computed from them is
 * kept under it. Ask before reading what it stands for, and outside of a transaction that writes, for a transaction
 * counts once. One round trip to the database.
 */
export async function getRevision(db: Db, ...tables: RevisedTable[]): Promise<string> {
  const [row] = await db.$queryRaw<{ revision: string }[]>`
    SELECT coalesce(sum("token"), 0)::text AS revision FROM "DataChange" WHERE "area" = ANY(${tables})`;
  return row?.revision ?? "0";
}

const fewRows = 100;

/**
 * Merges the noted writes of each table into one row of the same sum, so that no revision moves. Rows that another
 * process merges at this moment are left to it.
 */
export async function mergeDataChanges(db: RootDb): Promise<void> {
  const areas = await db.dataChange.groupBy({ by: ["area"], having: { token: { _count: { gt: fewRows } } } });
  for (const { area } of areas) {
    await db.$executeRaw`
      WITH old AS (
        DELETE FROM "DataChange" WHERE "token" IN (
          SELECT "token" FROM "DataChange" WHERE "area" = ${area} FOR UPDATE SKIP LOCKED
        ) RETURNING "token"
      )
      INSERT INTO "DataChange" ("token", "area") SELECT sum("token"), ${area} FROM old HAVING count(*) > 0`;
  }
}
