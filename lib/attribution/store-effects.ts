import type { Db, RootDb } from "#lib/db/client.ts";
import { getRevision } from "#lib/db/data-revision.ts";
import { effectSources, effectTable } from "#lib/memories/stored-effects.ts";
import { sha256 } from "#lib/shared/hash.ts";
import { lockEffects, replaceEffects } from "./attribution-sql.ts";
import { effectsByRevision, type MemoryEffect } from "./memory-effects.ts";

type Effects = ReadonlyMap<string, MemoryEffect>;

const hashes = new WeakMap<Effects, string>();

/**
 * Brings the table "MemoryEffect" up to date, by which lists of memories sort and filter: written anew when one of the
 * tables that effects are computed from was written to, or when the computing itself says otherwise than before. One
 * wait where nothing changed.
 * @returns the effects by memory
 */
export async function storeMemoryEffects(db: RootDb): Promise<Effects> {
  const [{ revision, effects }, stored] = await Promise.all([effectsByRevision(db), readState(db)]);
  const contentHash = hashOf(effects);
  if (stored?.revision === revision && stored.contentHash === contentHash) return effects;
  await db.$transaction(async (tx) => {
    await lockEffects(tx);
    // Runs have changed meanwhile: whoever asks next stores what they say now, and these are not put over it.
    if ((await getRevision(tx, ...effectSources)) !== revision) return;
    if ((await readState(tx))?.contentHash !== contentHash) await replaceEffects(tx, [...effects.values()]);
    await tx.derivedTable.upsert({
      where: { name: effectTable },
      create: { name: effectTable, revision, contentHash },
      update: { revision, contentHash },
    });
  });
  return effects;
}

function readState(db: Db) {
  return db.derivedTable.findUnique({ where: { name: effectTable } });
}

/** Of what is stored, in the order it is computed in. */
function hashOf(effects: Effects): string {
  const known = hashes.get(effects);
  if (known !== undefined) return known;
  const rows = [...effects.values()].map(({ memoryId, effect, q, lost, gained, verdict }) => [
    memoryId,
    effect,
    q,
    lost,
    gained,
    verdict,
  ]);
  const hash = sha256(JSON.stringify(rows));
  hashes.set(effects, hash);
  return hash;
}
