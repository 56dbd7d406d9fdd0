import type { Db } from "#lib/db/client.ts";
import type { RerunPlan, RerunResult } from "#lib/db/generated/client.ts";
import { isUuid } from "#lib/runs/queries.ts";
import { estimateEffects } from "./estimate-effects.ts";
import { foldResults } from "./fold-results.ts";
import { judgeMemory } from "./judge-memory.ts";
import type { RerunResultRow, StoredPlan } from "./schema.ts";
import type { ConfirmedMemory, PlanRow, PlanView } from "./view.ts";

type StoredRow = RerunPlan & { results: RerunResult[] };

/** One plan with its lattice and what its results say, or null. */
export async function getPlan(db: Db, id: string): Promise<PlanView | null> {
  if (!isUuid(id)) return null;
  const row = await db.rerunPlan.findUnique({ where: { id }, include: { results: true } });
  if (!row) return null;
  const names = await listNames(db, [row]);
  const plan = viewOf(row);
  return {
    ...plan,
    base: { id: row.baseRunId, name: names.get(row.baseRunId) ?? null },
    candidate: { id: row.candidateRunId, name: names.get(row.candidateRunId) ?? null },
  };
}

/** Plans, the newest first; narrowed to a task of two runs, or to a memory. */
export async function listPlans(
  db: Db,
  filter: { base?: string; candidate?: string; taskId?: string; memoryId?: string } = {},
): Promise<PlanRow[]> {
  const { base, candidate, taskId, memoryId } = filter;
  if (Object.values(filter).some((id) => !isUuid(id))) return [];
  const rows = await db.rerunPlan.findMany({
    where: {
      ...(base ? { baseRunId: base } : {}),
      ...(candidate ? { candidateRunId: candidate } : {}),
      ...(taskId ? { OR: [{ taskId }, { candidateTaskId: taskId }] } : {}),
      ...(memoryId ? { memoryIds: { has: memoryId } } : {}),
    },
    include: { results: true },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });
  return rows.map((row) => {
    const { id, task, memories, design, decisions, cells } = viewOf(row);
    return {
      id,
      taskId: row.taskId,
      baseRunId: row.baseRunId,
      candidateRunId: row.candidateRunId,
      task,
      memories: memories.map((memory, i) => ({
        id: memory.id,
        title: memory.title,
        state: decisions[i]?.state ?? "open",
      })),
      planned: design.total,
      done: cells.reduce((sum, cell) => sum + cell.scored, 0),
      createdAt: row.createdAt.toISOString(),
    };
  });
}

/** Every memory that reruns of a plan have confirmed, of two runs where they are named: state "confirmed" of a case. */
export async function listConfirmed(
  db: Db,
  runs: { base?: string; candidate?: string } = {},
): Promise<ConfirmedMemory[]> {
  const plans = await listPlans(db, runs);
  return plans.flatMap(({ id, taskId, baseRunId, candidateRunId, task, memories }) =>
    memories
      .filter(({ state }) => state === "confirmed")
      .map((memory) => ({ memoryId: memory.id, planId: id, taskId, baseRunId, candidateRunId, task })),
  );
}

function viewOf(row: StoredRow): Omit<PlanView, "base" | "candidate"> {
  const stored = row.detail as unknown as StoredPlan;
  const results = row.results.map(toResult);
  const folded = foldResults(stored.memories.length, results);
  return {
    ...stored,
    id: row.id,
    taskId: row.taskId,
    createdAt: row.createdAt.toISOString(),
    actor: row.actor,
    results,
    cells: folded.cells,
    decisions: stored.memories.map((_, memory) =>
      judgeMemory(stored.design.repeats, memory, folded, stored.alpha),
    ),
    estimates: estimateEffects(folded.cells),
  };
}

function toResult({ planId: _plan, createdAt: _at, startedAt, ...rest }: RerunResult): RerunResultRow {
  return { ...rest, startedAt: startedAt?.toISOString() ?? null };
}

async function listNames(db: Db, rows: readonly RerunPlan[]): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ baseRunId, candidateRunId }) => [baseRunId, candidateRunId]);
  const runs = await db.run.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(runs.map(({ id, name }) => [id, name]));
}
