import type { RootDb } from "#lib/db/client.ts";
import { folderFit } from "./folder-fit.ts";
import { listTrialPairs, type TrialPair, writeLinks } from "./imports-sql.ts";

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
    const pairs = await listTrialPairs(db, after);
    const links = [...Map.groupBy(pairs, (pair) => pair.memoryId)].flatMap(([memoryId, candidates]) => {
      const trialId = fittingTrial(candidates);
      return trialId === null ? [] : [{ memoryId, trialId }];
    });
    if (links.length > 0) await writeLinks(db, links);
    linked += links.length;
    const last = pairs.at(-1);
    if (!last) return linked;
    after = last.memoryId;
  }
}

function fittingTrial(candidates: readonly TrialPair[]): string | null {
  const fits = candidates.map((pair) => folderFit(pair.poolPath, pair.trialPath));
  const best = Math.max(...fits);
  const [only, ...others] = candidates.filter((_pair, index) => fits[index] === best);
  return best > 0 && only && others.length === 0 ? only.trialId : null;
}
