import type { Db } from "#lib/db/client.ts";
import type { PairedTask } from "#lib/transfer/schema.ts";
import { attributeChanges } from "./attribute-changes.ts";
import { listShownMemories } from "./attribution-sql.ts";
import type { MemoryAttribution } from "./memory-attribution.ts";

/**
 * What is said of every memory that the candidate was shown: the one place that pages, maps and the memory's own page
 * have it from.
 */
export async function judgeShownMemories(
  db: Db,
  candidateRunId: string,
  tasks: readonly PairedTask[],
  options: { excludeErrored?: boolean } = {},
): Promise<{ rows: MemoryAttribution[]; unlinked: number }> {
  const shown = await listShownMemories(db, candidateRunId);
  return {
    rows: attributeChanges(tasks, shown, options),
    unlinked: shown.filter(({ memoryId }) => memoryId === null).length,
  };
}

/** Titles of memories by id. */
export async function listTitles(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const memories = await db.memory.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, title: true },
  });
  return new Map(memories.map(({ id, title }) => [id, title]));
}
