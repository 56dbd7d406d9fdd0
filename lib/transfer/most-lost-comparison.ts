import { cacheByRevision } from "#lib/db/cache-by-revision.ts";
import type { Db } from "#lib/db/client.ts";
import { getComparedTasks, getComparison, latestPair } from "./queries.ts";
import type { PairedTask, RunComparison } from "./schema.ts";

/** A run with memory against its baseline, and how many tasks it lost net of those it gained. */
export type NetLoss = { base: string; candidate: string; net: number; pairs: number };

export type MostLost = {
  compared: RunComparison;
  /** Tasks lost less tasks gained; 0 or less where no comparison lost. */
  net: number;
  /** How many runs with memory have a baseline to be compared with. */
  of: number;
};

const keepLosses = cacheByRevision<NetLoss[]>(1, "Run", "Trial", "Task", "Release");

/**
 * Of all runs with memory, each against its newest zero-shot run (of the same model where there is one), the one that
 * lost most tasks net of those it gained; the newest of equal ones. Null where nothing can be compared.
 */
export async function getMostLostComparison(db: Db): Promise<MostLost | null> {
  const losses = await keepLosses(db, null, () => listNetLosses(db));
  const most = mostLost(losses);
  const compared = most && (await getComparison(db, { base: most.base, candidate: most.candidate }));
  return most && compared ? { compared, net: most.net, of: losses.length } : null;
}

/** @param losses newest run first */
export function mostLost(losses: readonly NetLoss[]): NetLoss | null {
  return losses.reduce<NetLoss | null>((most, each) => (most && most.net >= each.net ? most : each), null);
}

async function listNetLosses(db: Db): Promise<NetLoss[]> {
  const runs = await db.run.findMany({
    where: { arm: "memory" },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  const losses: NetLoss[] = [];
  // One after another: each reads two whole runs.
  for (const { id } of runs) {
    const pair = await latestPair(db, { candidate: id });
    const compared = pair && (await getComparedTasks(db, pair));
    if (pair && compared && compared.tasks.length > 0)
      losses.push({ ...pair, net: netLossOf(compared.tasks), pairs: compared.tasks.length });
  }
  return losses;
}

function netLossOf(tasks: readonly PairedTask[]): number {
  return tasks.reduce(
    (net, { outcome }) => net + (outcome === "lost" ? 1 : outcome === "gained" ? -1 : 0),
    0,
  );
}
