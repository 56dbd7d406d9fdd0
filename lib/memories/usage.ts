import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import type { Outcome } from "#lib/db/generated/client.ts";

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
  /** How often it was shown, in how many trials and tasks. */
  retrievals: number;
  tasks: number;
  /**
   * Tasks under which a run without memory and one that showed this memory differ: gained = never
   * passed without, passed with; lost = the other way round. Any attempt counts, and every run without
   * memory: a first hint of where to look, not a comparison.
   */
  gained: number;
  lost: number;
  /** The newest uses. */
  latest: MemoryUse[];
};

const counts = z.object({
  retrievals: z.number(),
  tasks: z.number(),
  gained: z.number(),
  lost: z.number(),
});

/** How a memory was used by the imported runs. */
export async function getUsage(db: Db, memoryId: string, latest = 20): Promise<MemoryUsage> {
  const [[row], uses] = await Promise.all([
    db.$queryRaw<unknown[]>`
      WITH shown AS (
        SELECT t."taskId", bool_or(t."outcome" = 'passed') AS "passed", count(*) AS "uses"
        FROM "Retrieval" r JOIN "Trial" t ON t."id" = r."trialId"
        WHERE r."memoryId" = ${memoryId}::uuid GROUP BY 1
      ), paired AS (
        SELECT shown.*, (
          SELECT bool_or(b."outcome" = 'passed') FROM "Trial" b JOIN "Run" run ON run."id" = b."runId"
          WHERE b."taskId" = shown."taskId" AND run."arm" = 'zero_shot' AND b."outcome" <> 'missing'
        ) AS "without" FROM shown
      )
      SELECT coalesce(sum("uses"), 0)::int AS "retrievals", count(*)::int AS "tasks",
        count(*) FILTER (WHERE "passed" AND NOT "without")::int AS "gained",
        count(*) FILTER (WHERE NOT "passed" AND "without")::int AS "lost"
      FROM paired`,
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
    ...counts.parse(row),
    latest: uses.map(({ trial: { task, ...trial }, ...use }) => ({
      ...use,
      ...trial,
      benchmark: task.benchmarkName,
      taskName: task.name,
    })),
  };
}
