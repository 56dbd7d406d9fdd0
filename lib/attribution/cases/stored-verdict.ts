import type { Db } from "#lib/db/client.ts";

/** Names the row of a case. */
export type CaseOf = { baseRunId: string; candidateRunId: string; caseKey: string };
export type StoredVerdict = { verdict: string; note: string | null; actor: string };

/** What is said of a case now. */
export async function storedVerdict(tx: Db, of: CaseOf): Promise<StoredVerdict | null> {
  return tx.caseVerdict.findUnique({
    where: { baseRunId_candidateRunId_caseKey: of },
    select: { verdict: true, note: true, actor: true },
  });
}

/** Puts a verdict in the place of the one before; null leaves the case unjudged. */
export async function writeVerdict(
  tx: Db,
  of: CaseOf,
  memoryIds: readonly string[],
  verdict: StoredVerdict | null,
): Promise<void> {
  if (!verdict) {
    await tx.caseVerdict.deleteMany({ where: of });
    return;
  }
  const said = { ...verdict, updatedAt: new Date() };
  await tx.caseVerdict.upsert({
    where: { baseRunId_candidateRunId_caseKey: of },
    create: { ...of, memoryIds: [...memoryIds], ...said },
    update: said,
  });
}
