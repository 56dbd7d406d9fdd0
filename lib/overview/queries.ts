import { listMemoryEffects } from "#lib/attribution/memory-effects.ts";
import type { Db } from "#lib/db/client.ts";
import { readEnv } from "#lib/env.ts";
import { reviewTag } from "#lib/memories/search-params.ts";
import { poolCounts } from "./pool-counts.ts";
import type { Attention, PoolCounts, ShellStatus } from "./schema.ts";

const dayMs = 86_400_000;

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

/** What waits for somebody, counted at a moment. */
export async function getAttention(db: Db, now = new Date()): Promise<Attention> {
  const space = await db.embeddingSpace.findFirst({ where: { active: true }, select: { id: true } });
  const [
    expired,
    staleEmbeddings,
    missingEmbeddings,
    failedJobs,
    harmful,
    lintErrors,
    lintWarnings,
    pendingDrafts,
    inReview,
  ] = await Promise.all([
    db.memory.count({ where: { lifecycle: "active", validUntil: { lte: now } } }),
    space ? db.embedding.count({ where: { spaceId: space.id, stale: true } }) : 0,
    db.memory.count({
      where: {
        lifecycle: { not: "deprecated" },
        ...(space ? { embeddings: { none: { spaceId: space.id } } } : {}),
      },
    }),
    db.job.count({ where: { state: "failed", finishedAt: { gte: new Date(now.getTime() - 7 * dayMs) } } }),
    listHarmfulMemories(db),
    listLintedMemories(db, "error"),
    listLintedMemories(db, "warning"),
    db.generation.count({ where: { state: "pending" } }),
    db.memory.count({ where: { lifecycle: { not: "deprecated" }, tags: { has: reviewTag } } }),
  ]);
  return {
    expired,
    staleEmbeddings,
    missingEmbeddings,
    failedJobs,
    harmful,
    lintErrors,
    lintWarnings,
    pendingDrafts,
    inReview,
  };
}

async function listHarmfulMemories(db: Db): Promise<string[]> {
  const effects = await listMemoryEffects(db);
  const named = [...effects.values()].filter(({ verdict }) => verdict === "harmful");
  const rows = await db.memory.findMany({
    where: { id: { in: named.map(({ memoryId }) => memoryId) }, lifecycle: { not: "deprecated" } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id }) => id);
}

async function listLintedMemories(db: Db, severity: string): Promise<string[]> {
  const rows = await db.lintFinding.findMany({
    where: { severity, memory: { lifecycle: { not: "deprecated" } } },
    distinct: ["memoryId"],
    select: { memoryId: true },
    orderBy: { memoryId: "asc" },
    take: 1000,
  });
  return rows.map((row) => row.memoryId);
}
