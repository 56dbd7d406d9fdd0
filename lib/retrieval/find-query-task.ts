import type { Db } from "#lib/db/client.ts";
import { longestQuery } from "./schema.ts";

/** A task as a query: its statement, or its name where none is known. */
export type QueryTask = {
  id: string;
  name: string;
  benchmark: string;
  statement: string;
  hasStatement: boolean;
};

/** The task of that id, or null. */
export async function findQueryTask(db: Db, id: string): Promise<QueryTask | null> {
  const task = await db.task.findUnique({ where: { id } });
  if (!task) return null;
  const statement = task.statement?.trim();
  return {
    id,
    name: task.name,
    benchmark: task.benchmarkName,
    statement: (statement || task.name).slice(0, longestQuery),
    hasStatement: Boolean(statement),
  };
}
