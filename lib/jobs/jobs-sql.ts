import type { Db } from "#lib/db/client.ts";
import type { Claim } from "./claim.ts";

// SQL: locks of single rows.

/**
 * Whether a claim still holds. Locks the job's row for the rest of the transaction: nobody takes it over between this look
 * and the commit.
 */
export async function lockClaim(tx: Db, { jobId, claimId }: Claim): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Job" WHERE "id" = ${jobId}::uuid AND "claimId" = ${claimId}::uuid AND "state" = 'running' FOR SHARE`;
  return rows.length > 0;
}

/** The id of a queued job that embeds the active space; locked, so that it can't start before this transaction ends. */
export async function lockQueuedEmbedding(tx: Db): Promise<string | null> {
  const [queued] = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Job"
    WHERE "kind" = 'embed' AND "state" = 'queued' AND NOT "cancelRequested" AND "input"->>'spaceId' IS NULL
    LIMIT 1 FOR UPDATE`;
  return queued?.id ?? null;
}
