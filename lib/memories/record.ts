import type { Db } from "#lib/db/client.ts";
import type { Lifecycle, Memory, MemoryOutcome, MemoryType, Prisma } from "#lib/db/generated/client.ts";
import { canonicalJson, hashJson, sha256 } from "#lib/shared/hash.ts";
import { parseContent, plainTextOf, type TypedContent, titleOf } from "./content.ts";
import { embeddedTextOf, getEmbeddedTextSetting } from "./embedded-text.ts";
import type { RevisionEvidence } from "./revision-evidence.ts";

/** What a revision records beside the change itself. */
export type RevisionNote = {
  kind: "import" | "edit" | "deprecate" | "restore" | "promote" | "validity" | "tags" | "regenerate" | "undo";
  actor: string;
  reason?: string | undefined;
  /** Shared by the revisions of one bulk action. */
  batchId?: string | undefined;
  /** On which evidence the change was made. */
  evidence?: RevisionEvidence | undefined;
};

/** The fields of a memory that people and imports set; the rest is derived. */
export type MemoryDraft = TypedContent & {
  benchmarkName: string;
  taskName: string;
  task: string;
  outcome: MemoryOutcome;
  lifecycle?: Lifecycle;
  validFrom?: Date | null;
  validUntil?: Date | null;
  tags?: string[];
  generator?: string | null;
  sourceModel?: string | null;
  sourceFormat: string;
  sourcePath?: string | null;
  sourceTrialId?: string | null;
  /** Natural key; by default a hash of what the memory says. */
  importKey?: string;
  synthetic?: boolean;
};

/** The editable fields: what `reviseMemory` may change. */
export type MemoryChange = Partial<
  Pick<
    Memory,
    | "benchmarkName"
    | "taskName"
    | "task"
    | "outcome"
    | "lifecycle"
    | "validFrom"
    | "validUntil"
    | "tags"
    | "generator"
    | "sourceModel"
    | "deprecatedReason"
    | "importedHash"
  >
> & { content?: TypedContent["content"] };

/** Hash of what a memory says: type, benchmark, task name, task and content. */
export function contentHashOf(memory: {
  type: MemoryType;
  benchmarkName: string;
  taskName: string;
  task: string;
  content: unknown;
}): string {
  const { type, benchmarkName, taskName, task, content } = memory;
  return hashJson({ type, benchmarkName, taskName, task, content });
}

/** Hash of everything an import sets: equal hashes mean that a re-import has nothing to do. */
export function importedHashOf(draft: MemoryDraft): string {
  const { sourcePath: _path, synthetic: _synthetic, sourceTrialId: _trial, importKey: _key, ...said } = draft;
  return hashJson(said);
}

/** The columns of a new memory, derived ones included: for single and for bulk inserts. */
export function memoryColumns(draft: MemoryDraft): Prisma.MemoryCreateManyInput & { importKey: string } {
  const contentHash = contentHashOf(draft);
  const { type, content, importKey, tags, ...rest } = draft;
  return {
    ...rest,
    type,
    content,
    tags: tags ?? [],
    importKey: importKey ?? `${type}:${contentHash}`,
    importedHash: importedHashOf(draft),
    contentHash,
    ...derivedText(draft, draft.task),
  };
}

/** The `after` of a first revision: what the memory said when it came. */
export function firstRevision(memory: Prisma.MemoryCreateManyInput): Prisma.InputJsonObject {
  const { type, benchmarkName, taskName, task, outcome, content, lifecycle, tags } = memory;
  return JSON.parse(
    canonicalJson({
      type,
      benchmarkName,
      taskName,
      task,
      outcome,
      content,
      lifecycle: lifecycle ?? "active",
      tags,
    }),
  );
}

/**
 * Writes a new memory with its first revision. Call inside a transaction; the benchmark's row must
 * exist (see `ensureBenchmarks`).
 */
export async function createMemory(tx: Db, draft: MemoryDraft, note: RevisionNote): Promise<Memory> {
  const columns = memoryColumns(draft);
  const memory = await tx.memory.create({ data: columns });
  const after = firstRevision(columns);
  await tx.revision.create({
    data: {
      ...revisionNote(note),
      memoryId: memory.id,
      version: 1,
      changedFields: Object.keys(after),
      after,
    },
  });
  return memory;
}

/**
 * Changes a memory and writes the revision, when anything really changes; embeddings of a changed
 * text become stale. Call inside a transaction that has read `memory` and checked its version.
 * @returns the memory as it is now; the same object when nothing changed
 */
export async function reviseMemory(
  tx: Db,
  memory: Memory,
  change: MemoryChange,
  note: RevisionNote,
): Promise<Memory> {
  const changed = Object.entries(change).filter(
    ([field, value]) => !equal(memory[field as keyof Memory], value),
  );
  const visible = changed.filter(([field]) => field !== "importedHash");
  if (changed.length === 0) return memory;
  const next = { ...memory, ...Object.fromEntries(changed) } as Memory;
  const typed = parseContent(next.type, next.content);
  const data = {
    ...(Object.fromEntries(changed) as Prisma.MemoryUncheckedUpdateInput),
    ...derivedText(typed, next.task),
    contentHash: contentHashOf(next),
  };
  if (visible.length === 0) return tx.memory.update({ where: { id: memory.id }, data });
  const version = memory.version + 1;
  const updated = await tx.memory.update({
    where: { id: memory.id, version: memory.version },
    data: { ...data, version, updatedAt: new Date() },
  });
  const pick = (of: Memory) =>
    Object.fromEntries(visible.map(([field]) => [field, of[field as keyof Memory]]));
  await tx.revision.create({
    data: {
      ...revisionNote(note),
      memoryId: memory.id,
      version,
      changedFields: visible.map(([field]) => field),
      before: JSON.parse(canonicalJson(pick(memory))),
      after: JSON.parse(canonicalJson(pick(next))),
    },
  });
  await markStaleEmbeddings(tx, memory.id, typed, next.task);
  return updated;
}

/** Creates the rows of benchmarks not seen before. */
export async function ensureBenchmarks(tx: Db, names: Iterable<string>, synthetic = false): Promise<void> {
  const data = [...new Set(names)].map((name) => ({ name, synthetic }));
  if (data.length > 0) await tx.benchmark.createMany({ data, skipDuplicates: true });
}

/** A vector is stale when the text it was made from is no longer the memory's; back again, it is fresh. */
async function markStaleEmbeddings(
  tx: Db,
  memoryId: string,
  memory: TypedContent,
  task: string,
): Promise<void> {
  const textHash = sha256(embeddedTextOf(memory, task, await getEmbeddedTextSetting(tx)));
  await tx.embedding.updateMany({ where: { memoryId, textHash: { not: textHash } }, data: { stale: true } });
  await tx.embedding.updateMany({ where: { memoryId, textHash }, data: { stale: false } });
}

function derivedText(memory: TypedContent, task: string): { title: string; searchText: string } {
  return { title: titleOf(memory, task), searchText: `${task}\n${plainTextOf(memory)}` };
}

function revisionNote(note: RevisionNote) {
  const { kind, actor, reason = null, batchId = null, evidence } = note;
  return { kind, actor, reason, batchId, ...(evidence ? { evidence } : {}) };
}

function equal(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null);
}
