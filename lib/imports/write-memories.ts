import type { Db } from "#lib/db/client.ts";
import { ensureBenchmarks, type MemoryChange, reviseMemory } from "#lib/memories/record.ts";
import { changeOf } from "./change-of.ts";
import type { MemoryDecision } from "./decide-memories.ts";
import { insertMemories } from "./insert-memories.ts";
import { writeSourceVectors } from "./write-source-vectors.ts";

/** Writes what was decided about a chunk of memories. Call inside a transaction. */
export async function writeMemories(
  tx: Db,
  decisions: readonly MemoryDecision[],
  actor: string,
): Promise<void> {
  const created = decisions.filter((decision) => decision.action === "created");
  const updated = decisions.filter((decision) => decision.action === "updated");
  await ensureBenchmarks(
    tx,
    [...created, ...updated].map(({ draft }) => draft.benchmarkName),
  );
  const ids = await insertMemories(tx, created, actor);
  for (const decision of updated) await updateMemory(tx, decision, actor);
  await writeSourceVectors(
    tx,
    decisions.flatMap(({ existing, record, draft, vectors }) => {
      const memoryId = existing?.id ?? ids.get(record.importKey);
      return memoryId === undefined ? [] : [{ memoryId, draft, vectors }];
    }),
  );
}

async function updateMemory(tx: Db, decision: MemoryDecision, actor: string): Promise<void> {
  const { draft, importedHash, existing } = decision;
  if (existing === null) return;
  const change: MemoryChange = { ...changeOf(decision), importedHash };
  if (change.lifecycle !== undefined && change.lifecycle !== "deprecated") change.deprecatedReason = null;
  const reason = `Imported again from ${draft.sourcePath}`;
  await reviseMemory(tx, existing, change, { kind: "import", actor, reason });
}
