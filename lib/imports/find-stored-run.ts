import type { Db } from "#lib/db/client.ts";
import type { Run } from "#lib/db/generated/client.ts";
import type { AssembledRun, AssembledTrial } from "./assembled.ts";
import { trialHashOf } from "./decide-trials.ts";

/** Bound values of one query. */
const PAGE = 500;

/** A trial that is stored in another run than the one its import would give it to. */
export type Elsewhere = { trial: AssembledTrial; runName: string; sourcePath: string };

export type StoredRun = {
  /** The run that the trials belong to; null = a new one. */
  stored: Run | null;
  /** Where the run was known by its trials alone: where they came from then. */
  movedFrom: string | null;
  /** Trials of the run that other runs hold: they must not come in again. */
  elsewhere: Elsewhere[];
};

type Twin = { runId: string; sourcePath: string; runName: string };

/**
 * Finds the stored run of an assembled one: by its import key, which holds the names of its folders, else by its
 * trials, which are the same in whatever folder they lie. A run that was given a name by the person is found by that
 * name only.
 */
export async function findStoredRun(db: Db, run: AssembledRun): Promise<StoredRun> {
  const byKey = await db.run.findUnique({ where: { importKey: run.importKey } });
  if (run.importKey.startsWith("named:")) return { stored: byKey, movedFrom: null, elsewhere: [] };
  const twins = await findTwins(db, run.trials);
  const home = byKey?.id ?? mostCommon([...twins.values()].flat().map(({ runId }) => runId));
  const stored = byKey ?? (home === null ? null : await db.run.findUnique({ where: { id: home } }));
  const elsewhere: Elsewhere[] = [];
  let movedFrom: string | null = null;
  for (const [trial, found] of twins) {
    const here = found.find(({ runId }) => runId === home);
    const [other] = found;
    if (here) movedFrom ??= here.sourcePath;
    else if (other) elsewhere.push({ trial, runName: other.runName, sourcePath: other.sourcePath });
  }
  return { stored, movedFrom: byKey === null ? movedFrom : null, elsewhere };
}

/** The stored trials that are the same as some of an import, by trial. */
async function findTwins(db: Db, trials: readonly AssembledTrial[]): Promise<Map<AssembledTrial, Twin[]>> {
  const twins = new Map<AssembledTrial, Twin[]>();
  for (let from = 0; from < trials.length; from += PAGE) {
    const page = trials.slice(from, from + PAGE);
    const hashes = new Map(page.map((trial) => [trial, formerHashesOf(trial)]));
    const rows = await db.trial.findMany({
      where: {
        OR: [
          { identity: { in: page.map((trial) => trial.identity) } },
          { identity: null, contentHash: { in: [...hashes.values()].flat() } },
        ],
      },
      select: {
        identity: true,
        contentHash: true,
        runId: true,
        sourcePath: true,
        run: { select: { name: true } },
      },
    });
    const byMark = Map.groupBy(rows, (row) => row.identity ?? row.contentHash);
    for (const [trial, former] of hashes) {
      const found = [trial.identity, ...former].flatMap((mark) => byMark.get(mark) ?? []);
      if (found.length === 0) continue;
      twins.set(
        trial,
        found.map(({ runId, sourcePath, run }) => ({ runId, sourcePath, runName: run.name })),
      );
    }
  }
  return twins;
}

/**
 * What a trial imported before identities were kept may be known by: its hash, also from when a verdict beside its
 * folder was not read. Only a start tells trials apart: verdicts alone repeat.
 */
function formerHashesOf(trial: AssembledTrial): string[] {
  if (trial.startedAt === null) return [];
  return [...new Set([trialHashOf(trial), trialHashOf({ ...trial, judgement: null })])];
}

function mostCommon(ids: readonly string[]): string | null {
  const counts = [...Map.groupBy(ids, (id) => id)].map(([id, all]) => ({ id, count: all.length }));
  return counts.toSorted((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))[0]?.id ?? null;
}
