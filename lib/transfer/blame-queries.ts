import type { Db } from "#lib/db/client.ts";
import { isUuid } from "#lib/runs/queries.ts";
import { blameMemories, type MemoryBlame, withInterval } from "./blame.ts";
import type { Comparison, MemoryBlameList, MemoryBlameRow } from "./schema.ts";

/** Which memories the candidate was shown at the tasks it lost and gained, worst first. */
export async function listMemoryBlame(
  db: Db,
  candidateRunId: string,
  comparison: Comparison,
  paging: { page?: number; pageSize?: number } = {},
): Promise<MemoryBlameList> {
  const shown = await db.retrieval.findMany({
    where: { trial: { runId: candidateRunId } },
    select: { memoryId: true, trial: { select: { taskId: true } } },
    orderBy: [{ trialId: "asc" }, { rank: "asc" }],
  });
  const linked = shown.flatMap(({ memoryId, trial }) =>
    memoryId === null ? [] : [{ memoryId, candidateTaskId: trial.taskId }],
  );
  const blamed = blameMemories(comparison.tasks, linked);
  const pageSize = paging.pageSize ?? 50;
  const start = pageSize * (Math.max(1, paging.page ?? 1) - 1);
  const page = blamed.slice(start, start + pageSize).map((row) => withInterval(row, comparison.options));
  return {
    rows: await withMemories(db, page),
    total: blamed.length,
    unlinked: shown.length - linked.length,
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

async function withMemories(db: Db, rows: readonly MemoryBlame[]): Promise<MemoryBlameRow[]> {
  const memories = await db.memory.findMany({
    where: { id: { in: rows.map((row) => row.memoryId) } },
    select: { id: true, title: true, type: true, benchmarkName: true, lifecycle: true, validUntil: true },
  });
  const byId = new Map(memories.map((memory) => [memory.id, memory]));
  return rows.flatMap((row) => {
    const memory = byId.get(row.memoryId);
    if (!memory) return [];
    const { title, type, benchmarkName: benchmark, lifecycle, validUntil } = memory;
    return { ...row, title, type, benchmark, lifecycle, validUntil: validUntil?.toISOString() ?? null };
  });
}
