import { cacheByRevision } from "#lib/db/cache-by-revision.ts";
import type { Db } from "#lib/db/client.ts";
import { isUuid } from "#lib/runs/queries.ts";
import { readSetup } from "#lib/runs/run-setup.ts";
import { checkFairness, type FairItem } from "./fair-check.ts";
import { listShownMemories } from "./matrix-sql.ts";
import { listMatrixRuns, readTasks } from "./queries.ts";

type Pair = { runId: string; baselineId: string };

const sources = ["Run", "Trial", "Task", "Release", "Retrieval", "Memory"] as const;
const keepFairness = cacheByRevision<Map<string, FairItem[]>>(16, ...sources);

/** What is alike and what is not in two runs; null when either does not exist. */
export async function getFairness(db: Db, pair: Pair): Promise<FairItem[] | null> {
  if (!isUuid(pair.runId) || !isUuid(pair.baselineId)) return null;
  return (await listFairness(db, [pair])).get(pair.runId) ?? null;
}

/** The same for every run that has a baseline, by run. Kept until anything it reads changes: not to be written to. */
export async function listFairness(
  db: Db,
  runs: readonly { runId: string; baselineId: string | null }[],
): Promise<Map<string, FairItem[]>> {
  const pairs = runs.flatMap(({ runId, baselineId }) => (baselineId ? { runId, baselineId } : []));
  return pairs.length === 0 ? new Map() : keepFairness(db, pairs, () => readFairness(db, pairs));
}

async function readFairness(db: Db, pairs: readonly Pair[]): Promise<Map<string, FairItem[]>> {
  const ids = new Set(pairs.flatMap(({ runId, baselineId }) => [runId, baselineId]));
  const runs = (await listMatrixRuns(db)).filter(({ id }) => ids.has(id));
  const tasks = await readTasks(db, runs, { kind: "pass", k: 1 });
  const setups = await db.run.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, config: true, setup: true },
  });
  const shown = Map.groupBy(await listShownMemories(db, pairs), (row) => row.runId);
  const sideOf = (id: string) => {
    const run = runs.find((each) => each.id === id);
    const row = setups.find((each) => each.id === id);
    return run && { run, setup: readSetup(row?.config, row?.setup), tasks: tasks.get(id) ?? [] };
  };
  return new Map(
    pairs.flatMap(({ runId, baselineId }) => {
      const [base, candidate] = [sideOf(baselineId), sideOf(runId)];
      return base && candidate ? [[runId, checkFairness(base, candidate, shown.get(runId) ?? [])]] : [];
    }),
  );
}
