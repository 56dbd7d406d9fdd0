import type { Db } from "#lib/db/client.ts";

/** A kept mapping, as Settings lists it. */
export type ColumnMappingRow = { key: string; columns: string[]; parts: string[]; updatedAt: string };

/** What is kept of the columns of tables, the newest first. */
export async function listColumnMappings(db: Db): Promise<ColumnMappingRow[]> {
  const rows = await db.columnMapping.findMany({ orderBy: [{ updatedAt: "desc" }, { key: "asc" }] });
  return rows.map(({ key, columns, mapping, updatedAt }) => ({
    key,
    columns,
    parts: mapping,
    updatedAt: updatedAt.toISOString(),
  }));
}
