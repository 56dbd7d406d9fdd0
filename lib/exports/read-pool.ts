import { storeMemoryEffects } from "#lib/attribution/store-effects.ts";
import type { Db, RootDb } from "#lib/db/client.ts";
import { parseContent, plainTextOf } from "#lib/memories/content.ts";
import { memoryWhere } from "#lib/memories/filter-sql.ts";
import type { MemoryFilter } from "#lib/memories/search-params.ts";
import { asksForEffects } from "#lib/memories/stored-effects.ts";
import { listFreshVectors, listIds } from "./exports-sql.ts";
import type { ExportedMemory, ExportedVector } from "./schema.ts";

/**
 * Which vectors come along. portable: all that were paid for or imported, not the lexical ones, which any import
 * rebuilds; active: that of the active space, whichever it is.
 */
export type WithVectors = "portable" | "active" | "none";

const PAGE = 200;

/** The memories that a filter holds, by ascending id, read page by page. */
export async function* readPool(
  db: RootDb,
  filter: MemoryFilter,
  vectors: WithVectors,
  signal?: AbortSignal,
): AsyncGenerator<ExportedMemory> {
  if (asksForEffects(filter)) await storeMemoryEffects(db);
  const where = memoryWhere(filter, new Date());
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    signal?.throwIfAborted();
    const ids = await listIds(db, where, after, PAGE);
    const last = ids.at(-1);
    if (!last) return;
    yield* readPage(db, ids, vectors);
    if (ids.length < PAGE) return;
    after = last;
  }
}

async function* readPage(db: Db, ids: string[], wanted: WithVectors): AsyncGenerator<ExportedMemory> {
  const rows = await db.memory.findMany({ where: { id: { in: ids } }, orderBy: { id: "asc" } });
  const vectors =
    wanted === "none" ? new Map<string, ExportedVector[]>() : await readPageVectors(db, ids, wanted);
  for (const row of rows) {
    const { benchmarkName: benchmark, searchText: _search, ...rest } = row;
    const typed = parseContent(row.type, row.content);
    yield {
      ...rest,
      benchmark,
      content: typed.content,
      text: plainTextOf(typed),
      vectors: vectors.get(row.id) ?? [],
    };
  }
}

/** Vectors in their text form: it has the shortest digits that give the same 32-bit floats again. */
async function readPageVectors(
  db: Db,
  ids: string[],
  wanted: WithVectors,
): Promise<Map<string, ExportedVector[]>> {
  const rows = await listFreshVectors(db, ids, wanted === "active");
  const byMemory = new Map<string, ExportedVector[]>();
  for (const { memoryId, model, dimensions, vector } of rows) {
    const list = byMemory.get(memoryId) ?? [];
    list.push({ model, dimensions, vector: JSON.parse(vector) as number[] });
    byMemory.set(memoryId, list);
  }
  return byMemory;
}
