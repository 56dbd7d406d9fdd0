import type { BenchmarkNames } from "#lib/benchmarks/benchmark-names.ts";
import type { Db } from "#lib/db/client.ts";
import type { Memory } from "#lib/db/generated/client.ts";
import { canonicalJson } from "#lib/shared/hash.ts";
import { type Drafted, draftMemory } from "./draft-memory.ts";
import type { MemoryRecord } from "./records.ts";
import type { Problem } from "./schema.ts";

export type MemoryDecision = Drafted & {
  action: "created" | "updated" | "unchanged";
  existing: Memory | null;
};
export type RefusedMemory = { problem: Problem };

/** Where a key was met first in this import: the same record twice is one memory. */
export type SeenKeys = Map<string, { path: string; line: number | null }>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The id to keep for a record of our own format, so that a pool moves between databases with its ids. */
export function ownIdOf(record: MemoryRecord): string | null {
  const isOwn = record.sourceFormat === "carryover-memory/1";
  return isOwn && record.id !== null && UUID.test(record.id) ? record.id.toLowerCase() : null;
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
  return drafted.map((item) => {
    if ("problem" in item) return item;
    const existing = byKey.get(item.record.importKey) ?? byId.get(ownIdOf(item.record) ?? "") ?? null;
    return { ...item, existing, action: actionOf(item, existing) };
  });
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
        reason: `The same memory stands in ${where}.`,
      },
    };
  }
  seen.set(record.importKey, here);
  const drafted = draftMemory(record, names.canonical(record.benchmark, record.path));
  return "draft" in drafted ? drafted : { problem: drafted };
}

/** Known is what was imported so before (also after edits here), or what the memory says right now. */
function actionOf({ draft, importedHash }: Drafted, existing: Memory | null): MemoryDecision["action"] {
  if (existing === null) return "created";
  if (existing.importedHash === importedHash) return "unchanged";
  const said = (memory: (Omit<Memory, "content"> & { content: unknown }) | typeof draft) =>
    canonicalJson([
      memory.type,
      memory.benchmarkName,
      memory.taskName,
      memory.task,
      memory.outcome,
      memory.content,
      memory.lifecycle,
      memory.validFrom,
      memory.validUntil,
      memory.tags,
      memory.generator,
      memory.sourceModel,
    ]);
  const isOwn = draft.sourceFormat === "carryover-memory/1";
  return isOwn && said(existing) === said(draft) ? "unchanged" : "updated";
}
