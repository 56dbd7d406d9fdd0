import type { Db } from "#lib/db/client.ts";
import { memoryWhere } from "#lib/memories/filter-sql.ts";
import { type Curated, lockMemories, lockWhere } from "#lib/memories/memories-sql.ts";
import { parseFilter } from "#lib/memories/parse-filter.ts";
import type { Selection } from "#lib/memories/schema.ts";
import { areEffectsCurrent, asksForEffects } from "#lib/memories/stored-effects.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";

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
