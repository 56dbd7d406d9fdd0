import type { Db } from "#lib/db/client.ts";
import { readEnv } from "#lib/env.ts";
import type { FoundMemory, ShellStatus } from "./schema.ts";

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

/** Memories whose title or text holds the words, newest first: a handful for the palette. */
export async function listFoundMemories(db: Db, text: string, limit = 8): Promise<FoundMemory[]> {
  const words = text.trim().split(/\s+/).filter(Boolean).slice(0, 6);
  if (words.length === 0) return [];
  const rows = await db.memory.findMany({
    where: { AND: words.map((word) => ({ searchText: { contains: word, mode: "insensitive" as const } })) },
    select: { id: true, title: true, type: true, benchmarkName: true },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    take: limit,
  });
  return rows.map(({ benchmarkName, ...row }) => ({ ...row, benchmark: benchmarkName }));
}
