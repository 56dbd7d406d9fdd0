import type { Db } from "#lib/db/client.ts";
import { isUuid } from "#lib/runs/queries.ts";
import { type ComparisonParams, getComparedTasks } from "#lib/transfer/queries.ts";
import type { Comparison } from "#lib/transfer/schema.ts";
import type { MemorySort } from "#lib/transfer/search-params.ts";
import { summarizeAttribution } from "./attribution-summary.ts";
import type { MemoryAttribution } from "./memory-attribution.ts";
import type { MemoryAttributionList, MemoryAttributionRow } from "./schema.ts";
import { judgeShownMemories } from "./shown-memories.ts";
import { sortAttribution } from "./sort-attribution.ts";

/** Which memories the candidate was shown at the tasks it lost and gained, the surest harm first unless sorted. */
export async function listMemoryAttribution(
  db: Db,
  candidateRunId: string,
  comparison: Pick<Comparison, "tasks" | "options">,
  paging: { page?: number; pageSize?: number; sort?: MemorySort | null; isDescending?: boolean } = {},
): Promise<MemoryAttributionList> {
  const { rows, unlinked } = await judgeShownMemories(
    db,
    candidateRunId,
    comparison.tasks,
    comparison.options,
  );
  const sorted = sortAttribution(rows, paging.sort ?? null, paging.isDescending ?? false);
  const pageSize = paging.pageSize ?? 50;
  const start = pageSize * (Math.max(1, paging.page ?? 1) - 1);
  return {
    rows: await withMemories(db, sorted.slice(start, start + pageSize)),
    total: rows.length,
    unlinked,
    summary: summarizeAttribution(rows),
  };
}

/** A memory and the tasks at which a run was shown it; null when there is no such memory. */
export async function getRetrievedMemory(
  db: Db,
  runId: string,
  memoryId: string,
): Promise<{ id: string; title: string; taskIds: Set<string> } | null> {
  if (!isUuid(memoryId)) return null;
  const memory = await db.memory.findUnique({ where: { id: memoryId }, select: { id: true, title: true } });
  if (!memory) return null;
  const trials = await db.trial.findMany({
    where: { runId, retrievals: { some: { memoryId } } },
    select: { taskId: true },
  });
  return { ...memory, taskIds: new Set(trials.map((trial) => trial.taskId)) };
}

/** What is said of memories beside the button that deprecates them, by id; only of those the candidate was shown. */
export async function getAttributionOf(
  db: Db,
  params: ComparisonParams,
  memoryIds: readonly (string | null)[],
): Promise<Map<string, MemoryAttribution>> {
  const compared = await getComparedTasks(db, params);
  if (!compared) return new Map();
  const { rows } = await judgeShownMemories(db, params.candidate, compared.tasks, params);
  return new Map(
    rows
      .flatMap((row) => [row.memoryId, ...row.alike].map((id) => [id, row] as const))
      .filter(([id]) => memoryIds.includes(id)),
  );
}

async function withMemories(db: Db, rows: readonly MemoryAttribution[]): Promise<MemoryAttributionRow[]> {
  const memories = await db.memory.findMany({
    where: {
      id: { in: rows.flatMap(({ memoryId, alike, rival }) => [memoryId, ...alike, rival ?? []].flat()) },
    },
    select: { id: true, title: true, type: true, benchmarkName: true, lifecycle: true, validUntil: true },
  });
  const byId = new Map(memories.map((memory) => [memory.id, memory]));
  const named = (id: string) => ({ id, title: byId.get(id)?.title ?? id });
  return rows.flatMap((row) => {
    const memory = byId.get(row.memoryId);
    if (!memory) return [];
    const { title, type, benchmarkName: benchmark, lifecycle, validUntil } = memory;
    return {
      ...row,
      title,
      type,
      benchmark,
      lifecycle,
      validUntil: validUntil?.toISOString() ?? null,
      alikeNamed: row.alike.map(named),
      rivalNamed: row.rival === null ? null : named(row.rival),
    };
  });
}
