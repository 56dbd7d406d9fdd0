import type { Db } from "#lib/db/client.ts";
import type { Outcome } from "#lib/db/generated/client.ts";
import { countUses } from "./memories-sql.ts";

/** One time a trial was shown a memory. */
export type MemoryUse = {
  id: string;
  trialId: string;
  rank: number;
  similarity: number | null;
  /** Version of the memory that was shown, where it is known. */
  memoryVersion: number | null;
  benchmark: string;
  taskName: string;
  attempt: number;
  outcome: Outcome;
  run: { id: string; name: string };
};

export type MemoryUsage = {
  /** How often it was shown, and at how many tasks. What became of them: lib/transfer. */
  retrievals: number;
  tasks: number;
  /** The newest uses. */
  latest: MemoryUse[];
};

/** How a memory was used by the imported runs. */
export async function getUsage(db: Db, memoryId: string, latest = 20): Promise<MemoryUsage> {
  const [counts, uses] = await Promise.all([
    countUses(db, memoryId),
    db.retrieval.findMany({
      where: { memoryId },
      orderBy: [{ trial: { createdAt: "desc" } }, { id: "desc" }],
      take: latest,
      select: {
        id: true,
        trialId: true,
        rank: true,
        similarity: true,
        memoryVersion: true,
        trial: {
          select: {
            attempt: true,
            outcome: true,
            run: { select: { id: true, name: true } },
            task: { select: { name: true, benchmarkName: true } },
          },
        },
      },
    }),
  ]);
  return {
    ...counts,
    latest: uses.map(({ trial: { task, ...trial }, ...use }) => ({
      ...use,
      ...trial,
      benchmark: task.benchmarkName,
      taskName: task.name,
    })),
  };
}
