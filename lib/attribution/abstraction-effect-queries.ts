import type { Db } from "#lib/db/client.ts";
import type { MemoryType } from "#lib/db/generated/client.ts";
import { getActiveSpace } from "#lib/embeddings/spaces.ts";
import { getComparedTasks, latestPair } from "#lib/transfer/queries.ts";
import type { ComparedRun } from "#lib/transfer/schema.ts";
import { type AbstractionEffect, abstractionEffects, type MeasuredMemory } from "./abstraction-effects.ts";
import { judgeShownMemories, listTitles } from "./shown-memories.ts";

export type AbstractionEffectPlane = {
  base: ComparedRun;
  candidate: ComparedRun;
  rows: AbstractionEffect[];
  total: number;
  /** Memories in `rows` whose LISI was never measured: queue a metrics job. */
  unmeasured: number;
};

export type AbstractionEffectParams = {
  /** Both left out = the newest memory run against the newest zero-shot run it shares tasks with. */
  base?: string | undefined;
  candidate?: string | undefined;
  type?: MemoryType | undefined;
  /** What LISI and invariant share are labeled by. */
  label?: string | undefined;
};

/**
 * The abstraction-effect plane: each memory the candidate was shown, by how abstract it is and what its tasks came to
 * against the baseline, the surest harm first. Abstraction is of the active space.
 * @returns null when there are no two such runs
 */
export async function listAbstractionEffects(
  db: Db,
  params: AbstractionEffectParams = {},
): Promise<AbstractionEffectPlane | null> {
  const pair =
    params.base && params.candidate
      ? { base: params.base, candidate: params.candidate }
      : await latestPair(db, { base: params.base, candidate: params.candidate });
  const compared = pair && (await getComparedTasks(db, pair));
  if (!compared) return null;
  const { base, candidate, tasks } = compared;
  const { rows: attributed } = await judgeShownMemories(db, candidate.id, tasks);
  const measured = await listMeasured(
    db,
    attributed.map(({ memoryId }) => memoryId),
    params,
  );
  const titles = await listTitles(
    db,
    attributed.flatMap(({ alike, rival }) => [...alike, ...(rival === null ? [] : [rival])]),
  );
  const rows = abstractionEffects(attributed, measured, titles);
  const unmeasured = rows.filter(({ abstraction }) => abstraction.lisi === null).length;
  return { base, candidate, rows, total: rows.length, unmeasured };
}

/** What a query knows of memories: their names, and how abstract they are in the active space. */
export async function listMeasured(
  db: Db,
  ids: readonly string[],
  { type, label = "benchmark" }: AbstractionEffectParams,
): Promise<MeasuredMemory[]> {
  const space = await getActiveSpace(db);
  const memories = await db.memory.findMany({
    where: { id: { in: [...ids] }, ...(type ? { type } : {}) },
    select: {
      id: true,
      title: true,
      type: true,
      benchmarkName: true,
      lifecycle: true,
      version: true,
      lintFindings: { select: { memoryVersion: true } },
      measures: {
        where: { label, spaceId: space?.id ?? "00000000-0000-0000-0000-000000000000" },
        select: { lisi: true, invariantShare: true },
      },
    },
  });
  return memories.map(({ id, benchmarkName, version, lintFindings, measures, ...memory }) => ({
    ...memory,
    memoryId: id,
    benchmark: benchmarkName,
    abstraction: {
      lisi: measures[0]?.lisi ?? null,
      invariantShare: measures[0]?.invariantShare ?? null,
      lintFindings: lintFindings.filter((finding) => finding.memoryVersion === version).length,
    },
  }));
}
