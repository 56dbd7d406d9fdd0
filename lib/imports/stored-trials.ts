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
      identity: true,
      contentHash: true,
      task: { select: { benchmarkName: true, name: true, checksum: true } },
    },
  });
  const found = rows
    .map(({ task: { benchmarkName, name, checksum }, ...row }) => ({
      ...row,
      taskKey: taskKeyOf({ benchmark: benchmarkName, taskName: name, checksum }),
    }))
    .filter((row) => wanted.has(row.taskKey));
  const ids = found.map((row) => row.id);
  // One after the other: a transaction has one connection, and relations loaded together would crowd it.
  const trajectories = await trajectoryHashes(db, ids);
  const retrievals = await retrievalHashes(db, ids);
  return found.map((row) => ({
    ...row,
    trajectoryHash: trajectories.get(row.id) ?? null,
    retrievalHash: retrievals.get(row.id) ?? null,
  }));
}

async function trajectoryHashes(db: Db, trialIds: string[]): Promise<Map<string, string>> {
  const rows = await db.trajectory.findMany({
    where: { trialId: { in: trialIds } },
    select: { trialId: true, contentHash: true },
  });
  return new Map(rows.map((row) => [row.trialId, row.contentHash]));
}

async function retrievalHashes(db: Db, trialIds: string[]): Promise<Map<string, string>> {
  const rows = await db.retrieval.findMany({
    where: { trialId: { in: trialIds } },
    select: { trialId: true, rank: true, similarity: true, query: true, shown: true },
    orderBy: { rank: "asc" },
  });
  const byTrial = Map.groupBy(rows, (row) => row.trialId);
  return new Map(
    [...byTrial].map(([id, items]) => [id, hashJson(items.map(({ trialId: _trial, ...item }) => item))]),
  );
}
