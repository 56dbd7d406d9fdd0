import type { RootDb } from "#lib/db/client.ts";
import { createThrottledLog } from "#lib/shared/throttled-log.ts";
import { type Claim, ClaimLost, claimedJobWhere } from "./claim.ts";
import { messageOf } from "./message-of.ts";

const flushMs = 400;

/**
 * Writes progress at most every `flushMs`, a sign of life, and on the same beat looks whether to end: because someone
 * canceled the job, or because another worker has it now.
 */
export function startReporter(db: RootDb, claim: Claim, ending: AbortController) {
  const tell = createThrottledLog();
  let latest: { progress: number; stage: string } | undefined;
  let writing: Promise<void> | undefined;
  async function beat(): Promise<void> {
    const [row] = await db.job.updateManyAndReturn({
      where: claimedJobWhere(claim),
      data: { ...latest, updatedAt: new Date() },
      select: { cancelRequested: true },
    });
    if (!row) ending.abort(new ClaimLost());
    else if (row.cancelRequested) ending.abort(new Error("canceled"));
  }
  const timer = setInterval(() => {
    // One at a time: a database that is away must not find a pile of them when it comes back.
    writing ??= beat()
      .catch((error) => tell(`Progress of job ${claim.jobId}: ${messageOf(error)}`))
      .finally(() => {
        writing = undefined;
      });
  }, flushMs);
  return {
    progress: (share: number, stage: string) => {
      // A share of nothing is NaN, which the database takes for no number: the beat would fail, and with it canceling.
      latest = { progress: Math.min(1, Math.max(0, share)) || 0, stage };
    },
    stop: async () => {
      clearInterval(timer);
      await writing;
    },
  };
}
