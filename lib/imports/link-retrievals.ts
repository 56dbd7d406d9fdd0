import { type BenchmarkNames, loadBenchmarkNames } from "#lib/benchmarks/benchmark-names.ts";
import type { Db, RootDb } from "#lib/db/client.ts";
import { contentSchemas } from "#lib/memories/content.ts";
import { contentHashOf } from "#lib/memories/record.ts";
import { readMtlRecord } from "./formats/mtl-record.ts";
import { isObject } from "./json-fields.ts";
import { memoryRecord } from "./memory-record.ts";

const PAGE = 500;

/**
 * Links retrievals to the memories of the pool that they show: to the memory that was imported saying so (its first
 * version), or to one that says so now. Logs and pools come in any order, so every import looks again.
 * @returns how many were linked
 */
export async function linkRetrievals(db: RootDb, signal?: AbortSignal): Promise<number> {
  const names = await loadBenchmarkNames(db);
  let linked = 0;
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    signal?.throwIfAborted();
    const page = await db.retrieval.findMany({
      where: { memoryId: null, id: { gt: after } },
      orderBy: { id: "asc" },
      take: PAGE,
      select: { id: true, shown: true },
    });
    linked += await linkPage(db, page, names);
    if (page.length < PAGE) return linked;
    after = page.at(-1)?.id ?? after;
  }
}

async function linkPage(
  db: RootDb,
  page: readonly { id: string; shown: unknown }[],
  names: BenchmarkNames,
): Promise<number> {
  const keys = page.flatMap(({ id, shown }) => {
    const key = identityOf(shown, names);
    return key ? [{ id, ...key }] : [];
  });
  if (keys.length === 0) return 0;
  const matches = await findMemories(db, keys);
  const links = keys.flatMap((key) => {
    const now = matches.byContent.get(key.contentHash);
    const then = matches.byKey.get(key.importKey);
    if (now) return [{ id: key.id, memoryId: now.id, memoryVersion: now.version }];
    return then ? [{ id: key.id, memoryId: then.id, memoryVersion: 1 }] : [];
  });
  await db.$transaction(async (tx) => {
    for (const { id, ...data } of links) await tx.retrieval.update({ where: { id }, data });
  });
  return links.length;
}

type Identity = { importKey: string; contentHash: string };

async function findMemories(db: Db, keys: readonly Identity[]) {
  const rows = await db.memory.findMany({
    where: {
      OR: [
        { importKey: { in: keys.map((key) => key.importKey) } },
        { contentHash: { in: keys.map((key) => key.contentHash) } },
      ],
    },
    orderBy: { id: "desc" },
    select: { id: true, version: true, importKey: true, contentHash: true },
  });
  // Of several that say the same, the oldest: later ones are copies.
  return {
    byKey: new Map(rows.map((row) => [row.importKey, row])),
    byContent: new Map(rows.map((row) => [row.contentHash, row])),
  };
}

/** Import key and content hash that the shown record has as a memory of the pool; null when it can't be read as one. */
function identityOf(shown: unknown, names: BenchmarkNames): Identity | null {
  if (!isObject(shown)) return null;
  const read = readMtlRecord(shown);
  if ("field" in read) return null;
  const { type, taskName, task } = read;
  const benchmark = read.benchmark ?? "";
  const record = { ...read, benchmark, path: "", line: null, sourceFormat: `mtl-pool -> ${type}` };
  // As it would be stored: the schema trims what a model left around its texts.
  const content = contentSchemas[type].safeParse(read.content);
  if (!content.success) return null;
  const contentHash = contentHashOf({
    type,
    benchmarkName: names.canonical(benchmark),
    taskName,
    task,
    content: content.data,
  });
  return { importKey: memoryRecord(record).importKey, contentHash };
}
