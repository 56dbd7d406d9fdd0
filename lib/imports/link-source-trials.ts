import type { RootDb } from "#lib/db/client.ts";
import { folderFit } from "./folder-fit.ts";

const PAGE = 2000;

/** A memory without its trial, beside a trial of the task it was born from. */
type Pair = { memoryId: string; poolPath: string; trialId: string; trialPath: string };

/**
 * Links memories to the trials they were born from: those of the same benchmark and task whose run's folder holds the
 * pool's file. Pools and runs come in any order, so every import looks again. A memory that two trials fit equally well
 * stays without.
 * @returns how many were linked
 */
export async function linkSourceTrials(db: RootDb, signal?: AbortSignal): Promise<number> {
  let linked = 0;
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    signal?.throwIfAborted();
    const { pairs, last, isEnd } = await readPage(db, after);
    const links = [...Map.groupBy(pairs, (pair) => pair.memoryId)].flatMap(([memoryId, candidates]) => {
      const trialId = fittingTrial(candidates);
      return trialId === null ? [] : [{ memoryId, trialId }];
    });
    if (links.length > 0) await writeLinks(db, links);
    linked += links.length;
    if (isEnd) return linked;
    after = last;
  }
}

/** The next memories that have candidates, each with all of them. */
async function readPage(db: RootDb, after: string): Promise<{ pairs: Pair[]; last: string; isEnd: boolean }> {
  const pairs = await db.$queryRaw<Pair[]>`
    WITH "waiting" AS (
      SELECT m.id, m."sourcePath", m."benchmarkName", m."taskName" FROM "Memory" m
      WHERE m."sourceTrialId" IS NULL AND m."sourcePath" IS NOT NULL AND m."taskName" <> '' AND m.id > ${after}::uuid
        AND EXISTS (SELECT FROM "Task" k JOIN "Trial" t ON t."taskId" = k.id
                    WHERE k."benchmarkName" = m."benchmarkName" AND k.name = m."taskName")
      ORDER BY m.id LIMIT ${PAGE}
    )
    SELECT w.id::text AS "memoryId", w."sourcePath" AS "poolPath", t.id::text AS "trialId", t."sourcePath" AS "trialPath"
    FROM "waiting" w
    JOIN "Task" k ON k."benchmarkName" = w."benchmarkName" AND k.name = w."taskName"
    JOIN "Trial" t ON t."taskId" = k.id
    ORDER BY w.id, t.id`;
  const last = pairs.at(-1)?.memoryId ?? after;
  return { pairs, last, isEnd: pairs.length === 0 };
}

function fittingTrial(candidates: readonly Pair[]): string | null {
  const fits = candidates.map((pair) => folderFit(pair.poolPath, pair.trialPath));
  const best = Math.max(...fits);
  const [only, ...others] = candidates.filter((_pair, index) => fits[index] === best);
  return best > 0 && only && others.length === 0 ? only.trialId : null;
}

async function writeLinks(
  db: RootDb,
  links: readonly { memoryId: string; trialId: string }[],
): Promise<void> {
  await db.$executeRaw`
    UPDATE "Memory" m SET "sourceTrialId" = l."trialId"
    FROM jsonb_to_recordset(${JSON.stringify(links)}::jsonb) AS l("memoryId" uuid, "trialId" uuid)
    WHERE m.id = l."memoryId" AND m."sourceTrialId" IS NULL`;
}
