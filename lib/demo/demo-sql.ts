import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";

/** Column name to Postgres type, for the tables with thousands of rows. */
const columnsOf = {
  Trial: {
    id: "uuid",
    runId: "uuid",
    taskId: "uuid",
    attempt: "int",
    outcome: '"Outcome"',
    reward: "float8",
    error: "text",
    costUsd: "float8",
    inputTokens: "int",
    outputTokens: "int",
    durationMs: "int",
    sourcePath: "text",
    contentHash: "text",
  },
  Trajectory: { trialId: "uuid", format: "text", steps: "jsonb", stepCount: "int", contentHash: "text" },
  Retrieval: {
    id: "uuid",
    trialId: "uuid",
    memoryId: "uuid",
    memoryVersion: "int",
    rank: "int",
    similarity: "float8",
    query: "text",
    shown: "jsonb",
  },
} as const satisfies Record<string, Record<string, string>>;

/**
 * Inserts rows that are not there yet, as one JSON parameter instead of one per value: on the embedded database the
 * binding of a hundred thousand parameters takes longer than the writing.
 * @returns how many rows were written
 */
export async function insertRows(
  tx: Db,
  table: keyof typeof columnsOf,
  rows: readonly object[],
): Promise<{ count: number }> {
  const columns = Object.entries(columnsOf[table]);
  // Only names of this file are put into the statement; the rows travel as a parameter.
  const names = Prisma.raw(columns.map(([name]) => `"${name}"`).join(", "));
  const types = Prisma.raw(columns.map(([name, type]) => `"${name}" ${type}`).join(", "));
  const count = await tx.$executeRaw`
    INSERT INTO ${Prisma.raw(`"${table}"`)} (${names})
    SELECT ${names} FROM json_to_recordset(${JSON.stringify(rows)}::json) AS rows(${types})
    ON CONFLICT DO NOTHING`;
  return { count };
}
