import type { Db } from "#lib/db/client.ts";
import { type Memory, Prisma } from "#lib/db/generated/client.ts";
import { parseFilter } from "#lib/memories/parse-filter.ts";
import type { Selection } from "#lib/memories/schema.ts";
import { areEffectsCurrent, asksForEffects } from "#lib/memories/stored-effects.ts";
import { memoryWhere } from "#lib/memories/where.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";

/** The fields that curation sets on many memories at once: none of them changes what a memory says. */
export type Curated = Pick<
  Memory,
  "id" | "title" | "version" | "lifecycle" | "deprecatedReason" | "validFrom" | "validUntil" | "tags"
>;

/**
 * Reads the memories of a selection and locks their rows until the transaction ends.
 * @returns "not_found" when a picked memory is gone, "conflict" when the filter holds another number
 * than was seen, or asks for effects that runs have changed since
 */
export async function lockSelection(tx: Db, selection: Selection): Promise<Result<Curated[]>> {
  if ("ids" in selection) {
    const ids = [...new Set(selection.ids)];
    const memories = await lockMemories(tx, ids);
    const gone = ids.length - memories.length;
    if (gone === 0) return ok(memories);
    return err("not_found", `${gone} of ${ids.length} memories do not exist. Reload the page.`);
  }
  const filter = parseFilter(selection.filter);
  if (!filter.ok) return filter;
  if (asksForEffects(filter.value) && !(await areEffectsCurrent(tx))) {
    return err(
      "conflict",
      "Runs changed since this list was loaded. Reload it before changing memories by this filter.",
    );
  }
  const memories = await lockWhere(tx, memoryWhere(filter.value, new Date()));
  if (memories.length === selection.expectedCount) return ok(memories);
  return err(
    "conflict",
    `The filter now matches ${memories.length} memories, not ${selection.expectedCount}. Reload the list before changing them.`,
  );
}

/** Locks memories by id, those that exist, in the order of their ids. */
export function lockMemories(tx: Db, ids: readonly string[]): Promise<Curated[]> {
  return lockWhere(tx, Prisma.sql`m."id" = ANY(${ids}::uuid[])`);
}

/** In the order of their ids, so that two bulk changes never wait for each other. */
function lockWhere(tx: Db, where: Prisma.Sql): Promise<Curated[]> {
  return tx.$queryRaw<Curated[]>`
    SELECT m."id", m."title", m."version", m."lifecycle"::text, m."deprecatedReason", m."validFrom",
      m."validUntil", m."tags"
    FROM "Memory" m WHERE ${where} ORDER BY m."id" FOR UPDATE`;
}
