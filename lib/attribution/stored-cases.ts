import { cacheByRevision } from "#lib/db/cache-by-revision.ts";
import type { Db } from "#lib/db/client.ts";
import { getRevision } from "#lib/db/data-revision.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { effectSources } from "#lib/memories/stored-effects.ts";
import { canonicalJson } from "#lib/shared/hash.ts";
import type { ComparisonParams } from "#lib/transfer/queries.ts";
import type { UnnamedCase } from "./joint-cases.ts";

/** Counted up when the model changes: what an older one said is computed anew. */
const MODEL = 1;

const keepCases = cacheByRevision<UnnamedCase[] | null>(8, ...effectSources);

/**
 * The cases of a comparison: computed once for every state of the runs, by whichever process is first, and stored for
 * the others. Those who ask meanwhile in one process wait for one computation.
 * @param compute null where there is nothing to compute from
 */
export function storedCases(
  db: Db,
  { base, candidate, ...options }: ComparisonParams,
  compute: () => Promise<UnnamedCase[] | null>,
): Promise<UnnamedCase[] | null> {
  const key = { baseId: base, candidateId: candidate, options: canonicalJson({ ...options, model: MODEL }) };
  return keepCases(db, key, async () => {
    const revision = await getRevision(db, ...effectSources);
    const where = { baseId_candidateId_options: key };
    const stored = await db.storedCases.findUnique({ where });
    if (stored?.revision === revision) return stored.cases as unknown as UnnamedCase[];
    const cases = await compute();
    if (cases === null) return null;
    const row = { revision, cases: cases as unknown as Prisma.InputJsonValue };
    await db.storedCases.upsert({ where, create: { ...key, ...row }, update: row });
    return cases;
  });
}
