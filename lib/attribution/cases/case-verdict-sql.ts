import type { Db } from "#lib/db/client.ts";
import type { CaseOf } from "./stored-verdict.ts";

// SQL: a lock on a name, since a case that nobody has judged has no row to lock.

/** One writer at a time for each case, also for one that nobody has judged yet. */
export async function lockCaseVerdict(tx: Db, { baseRunId, candidateRunId, caseKey }: CaseOf): Promise<void> {
  const name = `${baseRunId} ${candidateRunId} ${caseKey}`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}
