import type { BenchmarkNames } from "#lib/benchmarks/benchmark-names.ts";
import type { Db } from "#lib/db/client.ts";
import type { Memory } from "#lib/db/generated/client.ts";
import { canonicalJson } from "#lib/shared/hash.ts";
import { changeOf } from "./change-of.ts";
import { type Drafted, draftMemory } from "./draft-memory.ts";
import { uuidOf } from "./json-fields.ts";
import type { MemoryRecord, SourceVector } from "./records.ts";
import type { Problem } from "./schema.ts";
import { readStoredVectors } from "./stored-vectors.ts";

export type MemoryDecision = Drafted & {
  /** updated means that a revision is written. */
  action: "created" | "updated" | "unchanged";
  existing: Memory | null;
  /** Vectors to write: all of a memory that is new or changed, of another those that aren't stored yet. */
  vectors: readonly SourceVector[];
  /** How many of these lie in a space where the memory has none yet. */
  newVectors: number;
};
export type RefusedMemory = { problem: Problem };

/** Where a key was met first in this import: the same record twice is one memory. */
export type SeenKeys = Map<string, { path: string; line: number | null }>;

/** The id to keep for a record of one of our exports, so that a pool moves between databases with its ids. */
export function ownIdOf(record: MemoryRecord): string | null {
  if (record.ownId !== null) return record.ownId;
  return record.sourceFormat === "carryover-memory/1" ? uuidOf(record.id) : null;
}

/**
 * Decides for each record whether it is new, changed or known. Reads only.
 * @param seen keys met so far in this import; grows
 * @param names benchmarks as they are stored; takes up those that are new
 */
export async function decideMemories(
  db: Db,
  records: readonly MemoryRecord[],
  seen: SeenKeys,
  names: BenchmarkNames,
): Promise<(MemoryDecision | RefusedMemory)[]> {
  const drafted = records.map((record) => draftUnlessSeen(record, seen, names));
  const keys = records.map((record) => record.importKey);
  const ids = records.map(ownIdOf).filter((id) => id !== null);
  const rows = await db.memory.findMany({
    where: { OR: [{ importKey: { in: keys } }, { id: { in: ids } }] },
  });
  const byKey = new Map(rows.map((row) => [row.importKey, row]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const decisions = drafted.map((item) => {
    if ("problem" in item) return item;
    const existing = byKey.get(item.record.importKey) ?? byId.get(ownIdOf(item.record) ?? "") ?? null;
    if (existing !== null && existing.type !== item.draft.type) return otherType(item, existing);
    const action = actionOf(item, existing);
    const vectors = action === "unchanged" ? [] : item.record.embeddings;
    return { ...item, existing, action, vectors, newVectors: existing === null ? vectors.length : 0 };
  });
  return addVectors(db, decisions);
}

function draftUnlessSeen(
  record: MemoryRecord,
  seen: SeenKeys,
  names: BenchmarkNames,
): Drafted | RefusedMemory {
  const first = seen.get(record.importKey);
  const here = { path: record.path, line: record.line };
  if (first) {
    const where = `${first.path}${first.line === null ? "" : `, line ${first.line}`}`;
    return {
      problem: {
        ...here,
        field: record.id === null ? null : "id",
        reason: `The same memory is in ${where}.`,
      },
    };
  }
  seen.set(record.importKey, here);
  const drafted = draftMemory(record, names.canonical(record.benchmark, record.path));
  return "draft" in drafted ? drafted : { problem: drafted };
}

/** Content of one type can't be that of another: what changes its type is another memory, and needs another id. */
function otherType({ record, draft }: Drafted, existing: Memory): RefusedMemory {
  const reason = `The memory with this id is of type ${existing.type}, not ${draft.type}. Give this one another id.`;
  return { problem: { path: record.path, line: record.line, field: "type", reason } };
}

/** Known is what was imported so before (also after edits here), or what the memory says right now. */
function actionOf(drafted: Drafted, existing: Memory | null): MemoryDecision["action"] {
  if (existing === null) return "created";
  if (existing.importedHash === drafted.importedHash) return "unchanged";
  const said = Object.entries(changeOf(drafted));
  const isSame = said.every(
    ([field, value]) =>
      canonicalJson(existing[field as keyof Memory] ?? null) === canonicalJson(value ?? null),
  );
  return isSame ? "unchanged" : "updated";
}

/**
 * Finds for memories that are stored already which vectors of the source are new; of those that say nothing new only
 * these are written. Vectors are stored as 32-bit floats, and compared as such.
 */
async function addVectors(
  db: Db,
  decisions: (MemoryDecision | RefusedMemory)[],
): Promise<(MemoryDecision | RefusedMemory)[]> {
  const open = decisions.filter(
    (item): item is MemoryDecision & { existing: Memory } =>
      "action" in item &&
      item.existing !== null &&
      item.existing.importedHash !== item.importedHash &&
      item.record.embeddings.length > 0,
  );
  if (open.length === 0) return decisions;
  const stored = await readStoredVectors(
    db,
    open.map(({ existing }) => existing.id),
  );
  for (const item of open) {
    const known = stored.get(item.existing.id) ?? [];
    if (item.action === "unchanged")
      item.vectors = item.record.embeddings.filter(
        (vector) => !known.some((other) => !other.stale && isSameVector(vector, other)),
      );
    item.newVectors = item.vectors.filter(
      (vector) => !known.some((other) => isSameSpace(vector, other)),
    ).length;
  }
  return decisions;
}

function isSameSpace(a: SourceVector, b: SourceVector): boolean {
  return a.model === b.model && a.dimensions === b.dimensions;
}

function isSameVector(a: SourceVector, b: SourceVector): boolean {
  if (!isSameSpace(a, b)) return false;
  return a.vector.every((part, index) => Math.fround(part) === Math.fround(b.vector[index] ?? Number.NaN));
}
