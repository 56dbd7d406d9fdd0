import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { Db } from "#lib/db/client.ts";
import type { Job, Prisma } from "#lib/db/generated/client.ts";
import { identityText, isRunning, ownIdentity, parseIdentity } from "#lib/db/process-identity.ts";

/** How often a job is begun before it fails: what ends the worker each time must not do so forever. */
export const maxTries = 3;

/** The right to work on a job, and to write about it. */
export type Claim = { jobId: string; claimId: string };

/** Somebody else has taken the job over: nothing of this go may be written any more. */
export class ClaimLost extends Error {
  constructor() {
    super("Another worker has taken this job over");
  }
}

/** Claims that this process works on right now. */
const held = new Set<string>();

/** Takes a queued job; null when it is not queued any more. */
export async function claimJob(db: Db, jobId: string): Promise<{ job: Job; claim: Claim } | null> {
  const claimId = randomUUID();
  held.add(claimId);
  const now = new Date();
  const [job] = await db.job.updateManyAndReturn({
    where: { id: jobId, state: "queued" },
    data: {
      state: "running",
      startedAt: now,
      updatedAt: now,
      progress: 0,
      error: null,
      tries: { increment: 1 },
      claimId,
      claimedBy: `${hostname()} ${identityText(ownIdentity())}`,
    },
  });
  if (job) return { job, claim: { jobId, claimId } };
  held.delete(claimId);
  return null;
}

/** To be called when the work on a claim is over, however it ended. */
export function releaseClaim({ claimId }: Claim): void {
  held.delete(claimId);
}

/** Claims that this process works on right now. */
export function heldClaims(): string[] {
  return [...held];
}

/** The row of a job for whoever holds its claim: what every write about a running job is conditional on. */
export function claimedJobWhere({ jobId, claimId }: Claim): Prisma.JobWhereInput {
  return { id: jobId, claimId, state: "running" };
}

/**
 * Whether somebody is known to work on a running job: this process, or another one of this machine that lives. Of a
 * process on another machine nothing is known.
 */
export function isHolderAlive(job: Pick<Job, "claimId" | "claimedBy">): boolean | "unknown" {
  const [host, ...rest] = (job.claimedBy ?? "").split(" ");
  const holder = parseIdentity(rest.join(" "));
  if (!holder) return false;
  if (host !== hostname()) return "unknown";
  if (identityText(holder) === identityText(ownIdentity())) return held.has(job.claimId ?? "");
  return isRunning(holder);
}
