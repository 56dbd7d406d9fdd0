import type { Db } from "#lib/db/client.ts";
import { blameMemories, type MemoryBlame } from "./blame.ts";
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
  const blamed = blameMemories(comparison.tasks, linked, comparison.options);
  const pageSize = paging.pageSize ?? 50;
  const start = pageSize * (Math.max(1, paging.page ?? 1) - 1);
  const page = blamed.slice(start, start + pageSize);
  return {
    rows: await withMemories(db, page),
    total: blamed.length,
    unlinked: shown.length - linked.length,
  };
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
