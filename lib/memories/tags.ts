import type { Db } from "#lib/db/client.ts";

/** The tags that memories bear, the most used first; at most 200. */
export async function listTags(db: Db): Promise<{ rows: string[]; total: number }> {
  const found = await db.$queryRaw<{ tag: string }[]>`
    SELECT tag FROM "Memory", unnest("tags") AS tag GROUP BY tag ORDER BY count(*) DESC, tag LIMIT 200`;
  const rows = found.map(({ tag }) => tag);
  return { rows, total: rows.length };
}
