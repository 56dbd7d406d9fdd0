import type { Db } from "#lib/db/client.ts";
import { readEnv } from "#lib/env.ts";
import { poolCounts } from "./pool-counts.ts";
import type { PoolCounts, ShellStatus } from "./schema.ts";

/** How many jobs wait or run. */
export function countActiveJobs(db: Db): Promise<number> {
  return db.job.count({ where: { state: { in: ["queued", "running"] } } });
}

/** What the frame around every page shows. */
export async function getShellStatus(db: Db): Promise<ShellStatus> {
  const [memoryCount, synthetic, syntheticRun, space, activeJobs] = await Promise.all([
    db.memory.count(),
    db.memory.findFirst({ where: { synthetic: true }, select: { id: true } }),
    db.run.findFirst({ where: { synthetic: true }, select: { id: true } }),
    db.embeddingSpace.findFirst({
      where: { active: true },
      select: { provider: true, model: true, dimensions: true },
    }),
    countActiveJobs(db),
  ]);
  const hasKey = readEnv().openaiApiKey !== undefined;
  return { hasSynthetic: (synthetic ?? syntheticRun) !== null, memoryCount, space, hasKey, activeJobs };
}

/** How many memories of each type and benchmark, of whatever lifecycle. */
export async function getPoolCounts(db: Db): Promise<PoolCounts> {
  const groups = await db.memory.groupBy({
    by: ["type", "benchmarkName", "lifecycle"],
    _count: { _all: true },
  });
  return poolCounts(
    groups.map(({ type, benchmarkName, lifecycle, _count }) => ({
      type,
      benchmark: benchmarkName,
      lifecycle,
      count: _count._all,
    })),
  );
}
