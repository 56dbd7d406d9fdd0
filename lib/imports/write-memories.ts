import type { Db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import {
  ensureBenchmarks,
  firstRevision,
  type MemoryChange,
  memoryColumns,
  reviseMemory,
} from "#lib/memories/record.ts";
import { type MemoryDecision, ownIdOf } from "./decide-memories.ts";
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
  const ids = await createMemories(tx, created, actor);
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

/** Inserts in bulk: a row and its first revision each. @returns ids by import key */
async function createMemories(
  tx: Db,
  created: readonly MemoryDecision[],
  actor: string,
): Promise<Map<string, string>> {
  if (created.length === 0) return new Map();
  const columns = created.map(({ draft, importedHash, record }) => {
    const id = ownIdOf(record);
    return { ...memoryColumns(draft), importedHash, ...(id === null ? {} : { id }) };
  });
  const rows = await tx.memory.createManyAndReturn({ data: columns, select: { id: true, importKey: true } });
  const ids = new Map(rows.map((row) => [row.importKey, row.id]));
  const revisions = columns.map((memory): Prisma.RevisionCreateManyInput => {
    const after = firstRevision(memory);
    const memoryId = ids.get(memory.importKey) ?? "";
    const reason = `Imported from ${memory.sourcePath} (${memory.sourceFormat})`;
    return { memoryId, version: 1, kind: "import", actor, reason, changedFields: Object.keys(after), after };
  });
  await tx.revision.createMany({ data: revisions });
  return ids;
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
