import type { Db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { Curated } from "#lib/memories/memories-sql.ts";
import type { RevisionNote } from "#lib/memories/record.ts";
import { canonicalJson } from "#lib/shared/hash.ts";

export type CuratedChange = Partial<Omit<Curated, "id" | "title" | "version">>;
type Planned = { memory: Curated; change: CuratedChange };

/** Rows of one statement: a statement carries at most 32,767 parameters. */
const updateChunk = 5000;
const revisionChunk = 2000;

/** Leaves out of each change what is so already, and the memories for which nothing is left. */
export function effectiveChanges(planned: readonly Planned[]): Planned[] {
  return planned.flatMap(({ memory, change }) => {
    const real = Object.entries(change).filter(
      ([field, value]) => canonicalJson(memory[field as keyof Curated]) !== canonicalJson(value),
    );
    return real.length > 0 ? [{ memory, change: Object.fromEntries(real) }] : [];
  });
}

/**
 * Writes changes of curated fields and one revision for each memory: a few statements however many
 * memories. Call inside the transaction that locked them. What a memory says stays, and so do its
 * hashes and vectors.
 * @param planned as `effectiveChanges` returns it
 */
export async function reviseCurated(tx: Db, planned: readonly Planned[], note: RevisionNote): Promise<void> {
  const updatedAt = new Date();
  const alike = Map.groupBy(planned, ({ change }) => canonicalJson(change));
  for (const group of alike.values()) {
    const data = { ...group[0]?.change, version: { increment: 1 }, updatedAt };
    for (const part of chunks(group, updateChunk)) {
      await tx.memory.updateMany({ where: { id: { in: part.map(({ memory }) => memory.id) } }, data });
    }
  }
  for (const part of chunks(planned, revisionChunk)) {
    await tx.revision.createMany({ data: part.map((entry) => revisionOf(entry, note)) });
  }
}

function revisionOf({ memory, change }: Planned, note: RevisionNote): Prisma.RevisionCreateManyInput {
  const changedFields = Object.keys(change);
  const before = Object.fromEntries(changedFields.map((field) => [field, memory[field as keyof Curated]]));
  return {
    memoryId: memory.id,
    version: memory.version + 1,
    kind: note.kind,
    actor: note.actor,
    reason: note.reason ?? null,
    batchId: note.batchId ?? null,
    ...(note.evidence ? { evidence: note.evidence } : {}),
    changedFields,
    before: JSON.parse(canonicalJson(before)),
    after: JSON.parse(canonicalJson(change)),
  };
}

function chunks<T>(values: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, i) =>
    values.slice(i * size, (i + 1) * size),
  );
}
