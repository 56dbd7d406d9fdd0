import type { Db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { canonicalJson } from "#lib/shared/hash.ts";
import type { ComparisonParams } from "#lib/transfer/queries.ts";
import type { UnnamedCase } from "./joint-cases.ts";

/** Counted up when the model changes: what an older one said is computed anew. */
const MODEL = 1;

/** The cases of a comparison, and the hash of what they were computed from. */
export type StoredCases = { inputHash: string; cases: UnnamedCase[] };

/** What was computed last; null where nothing was. */
export async function readStoredCases(db: Db, params: ComparisonParams): Promise<StoredCases | null> {
  const stored = await db.storedCases.findUnique({ where: whereOf(params) });
  return stored && { inputHash: stored.inputHash, cases: stored.cases as unknown as UnnamedCase[] };
}

/** The hash of `readStoredCases` without its cases, which can be thousands. */
export async function readStoredHash(db: Db, params: ComparisonParams): Promise<string | null> {
  const stored = await db.storedCases.findUnique({
    where: whereOf(params),
    select: { inputHash: true },
  });
  return stored?.inputHash ?? null;
}

/** Puts these in the place of what was computed before. */
export async function storeCases(db: Db, params: ComparisonParams, stored: StoredCases): Promise<void> {
  const row = { inputHash: stored.inputHash, cases: stored.cases as unknown as Prisma.InputJsonValue };
  await db.storedCases.upsert({
    where: whereOf(params),
    create: { ...keyOf(params), ...row },
    update: row,
  });
}

/** Left out is the same as the default: a comparison is computed once however it is asked for. */
function keyOf({ base, candidate, k = 3, excludeErrored = false }: ComparisonParams) {
  return {
    baseId: base,
    candidateId: candidate,
    options: canonicalJson({ k, excludeErrored, model: MODEL }),
  };
}

function whereOf(params: ComparisonParams) {
  return { baseId_candidateId_options: keyOf(params) };
}
