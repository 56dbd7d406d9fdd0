import type { Db } from "#lib/db/client.ts";
import { firstRevision, memoryColumns } from "#lib/memories/record.ts";
import { type MemoryDecision, ownIdOf } from "./decide-memories.ts";
import { insertRows } from "./imports-sql.ts";
import { timeOrderedId } from "./time-ordered-id.ts";

const MEMORY_COLUMNS =
  "id type benchmarkName taskName task outcome content title searchText lifecycle validFrom validUntil tags generator sourceModel sourceFormat sourcePath importKey importedHash contentHash";
const REVISION_COLUMNS = "id memoryId version kind actor reason changedFields after";

/**
 * Inserts memories with their first revisions, each table by one statement with one JSON parameter: to bind every
 * value on its own takes several times as long as the writing.
 * @returns ids by import key
 */
export async function insertMemories(
  tx: Db,
  created: readonly MemoryDecision[],
  actor: string,
): Promise<Map<string, string>> {
  if (created.length === 0) return new Map();
  const memories = created.map(({ draft, importedHash, record }) => ({
    ...memoryColumns(draft),
    lifecycle: draft.lifecycle ?? "active",
    importedHash,
    id: ownIdOf(record) ?? timeOrderedId(),
  }));
  const revisions = memories.map((memory) => {
    const after = firstRevision(memory);
    return {
      id: timeOrderedId(),
      memoryId: memory.id,
      version: 1,
      kind: "import",
      actor,
      reason: `Imported from ${memory.sourcePath} (${memory.sourceFormat})`,
      changedFields: Object.keys(after),
      after,
    };
  });
  await insertRows(tx, "Memory", MEMORY_COLUMNS, memories);
  await insertRows(tx, "Revision", REVISION_COLUMNS, revisions);
  return new Map(memories.map((memory) => [memory.importKey, memory.id]));
}
