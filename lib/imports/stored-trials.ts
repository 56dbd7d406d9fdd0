import type { Db } from "#lib/db/client.ts";
import { hashJson } from "#lib/shared/hash.ts";
import type { AssembledTrial } from "./assembled.ts";
import { type StoredTrial, taskKeyOf } from "./decide-trials.ts";

/** The stored trials of a run for the tasks of some trials, with hashes to compare by. */
export async function listStoredTrials(
  db: Db,
  runId: string,
  trials: readonly AssembledTrial[],
): Promise<StoredTrial[]> {
  const wanted = new Set(trials.map(taskKeyOf));
  const rows = await db.trial.findMany({
    where: { runId, task: { name: { in: [...new Set(trials.map((trial) => trial.taskName))] } } },
    select: {
      id: true,
      attempt: true,
      sourcePath: true,
      contentHash: true,
      task: { select: { benchmarkName: true, name: true, checksum: true } },
      trajectory: { select: { contentHash: true } },
      retrievals: {
        select: { rank: true, similarity: true, query: true, shown: true },
        orderBy: { rank: "asc" },
      },
    },
  });
  return rows
    .map(({ task, trajectory, retrievals, ...row }) => ({
      ...row,
      taskKey: taskKeyOf({ benchmark: task.benchmarkName, taskName: task.name, checksum: task.checksum }),
      trajectoryHash: trajectory?.contentHash ?? null,
      retrievalHash: retrievals.length === 0 ? null : hashJson(retrievals),
    }))
    .filter((row) => wanted.has(row.taskKey));
}
