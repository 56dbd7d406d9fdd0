import { z } from "zod";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/** Whether a table has a row of an id, as it stands in an address; what is no id at all names none. */
export async function rowExists(
  db: Db,
  table: "Memory" | "Task" | "Run" | "Trial" | "Job" | "Generation" | "Projection",
  id: string,
): Promise<boolean> {
  if (!z.guid().safeParse(id).success) return false;
  const rows = await db.$queryRaw`SELECT FROM ${Prisma.raw(`"${table}"`)} WHERE "id" = ${id}::uuid`;
  return Array.isArray(rows) && rows.length > 0;
}
