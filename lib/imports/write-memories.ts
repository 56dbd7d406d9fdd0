import type { Db } from "#lib/db/client.ts";
import { ensureBenchmarks, type MemoryChange, reviseMemory } from "#lib/memories/record.ts";
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
    [...created, ...updated].flatMap((decision) => {
      const memoryId = decision.existing?.id ?? ids.get(decision.record.importKey);
      return memoryId === undefined
        ? []
        : [{ memoryId, draft: decision.draft, vectors: decision.record.embeddings }];
    }),
  );
}

/**
 * Writes what the source says now. Lifecycle and validity are the curator's: only our own format carries them, so
 * only it may change them.
 */
async function updateMemory(tx: Db, decision: MemoryDecision, actor: string): Promise<void> {
  const { draft, importedHash, existing } = decision;
  if (existing === null) return;
  const change: MemoryChange = {
    benchmarkName: draft.benchmarkName,
    taskName: draft.taskName,
    task: draft.task,
    outcome: draft.outcome,
    content: draft.content,
    tags: draft.tags ?? [],
    generator: draft.generator ?? null,
    sourceModel: draft.sourceModel ?? null,
    importedHash,
  };
  if (draft.sourceFormat === "carryover-memory/1") {
    change.lifecycle = draft.lifecycle ?? "active";
    change.validFrom = draft.validFrom ?? null;
    change.validUntil = draft.validUntil ?? null;
    if (change.lifecycle !== "deprecated") change.deprecatedReason = null;
  }
  const reason = `Imported again from ${draft.sourcePath}`;
  await reviseMemory(tx, existing, change, { kind: "import", actor, reason });
}
