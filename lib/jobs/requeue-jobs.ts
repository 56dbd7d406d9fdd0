import type { Db, RootDb } from "#lib/db/client.ts";
import type { Job } from "#lib/db/generated/client.ts";
import { type Claim, claimedJobWhere, heldClaims, isHolderAlive, maxTries } from "./claim.ts";
import type { JobKind } from "./kinds.ts";
import { sendMessage } from "./queue.ts";

/** No slice of our arithmetic is nearly as long, no time-out of a transaction either. */
export const leaseMs = 600_000;
const retryAfterSeconds = 2;

/**
 * Puts the job of this claim back on the queue, row and message in one transaction.
 * @param why "stopped": the worker ends in order, and that go is not counted; "failed": tried again a little later
 */
export async function releaseJob(
  db: RootDb,
  job: Job,
  claim: Claim,
  why: "stopped" | "failed",
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.job.updateMany({
      where: claimedJobWhere(claim),
      data: { ...unclaimed, tries: why === "stopped" ? job.tries - 1 : job.tries },
    });
    const delay = why === "stopped" ? 0 : retryAfterSeconds * job.tries;
    if (count > 0) await sendMessage(tx, job.kind as JobKind, job.id, delay);
  });
}

const unclaimed = { state: "queued", startedAt: null, claimId: null, claimedBy: null } as const;

/**
 * Takes running jobs from those who can't end them any more: a process that died, or, on another machine, one that gave
 * no sign of life for the lease (in ms). They go back to the queue; one that was tried `maxTries` times fails.
 * @param alone nobody else can have the database: what this process doesn't work on, nobody does
 * @returns how many were taken back
 */
export async function requeueAbandoned(
  db: RootDb,
  { lease = leaseMs, alone = false }: { lease?: number; alone?: boolean } = {},
): Promise<number> {
  const running = await db.job.findMany({ where: { state: "running" } });
  const silentSince = Date.now() - lease;
  const abandoned = running.filter((job) => {
    if (alone) return !heldClaims().includes(job.claimId ?? "");
    const held = isHolderAlive(job);
    return held === false || (held === "unknown" && job.updatedAt.getTime() < silentSince);
  });
  for (const job of abandoned) await db.$transaction((tx) => takeBack(tx, job));
  return abandoned.length;
}

async function takeBack(tx: Db, job: Job): Promise<void> {
  const where = { id: job.id, state: "running", claimId: job.claimId } as const;
  const now = new Date();
  if (job.cancelRequested) {
    await tx.job.updateMany({ where, data: { state: "canceled", finishedAt: now, updatedAt: now } });
  } else if (job.tries >= maxTries) {
    const error = `The worker stopped three times while working on this${job.error ? `: ${job.error}` : ""}. It is not tried again.`;
    await tx.job.updateMany({ where, data: { state: "failed", error, finishedAt: now, updatedAt: now } });
  } else {
    const { count } = await tx.job.updateMany({ where, data: unclaimed });
    if (count > 0) await sendMessage(tx, job.kind as JobKind, job.id);
  }
}

/** Sends a message for every queued job: one that got lost is replaced, and one too many is harmless. */
export async function resendMessages(db: RootDb): Promise<void> {
  const queued = await db.job.findMany({ where: { state: "queued" }, select: { id: true, kind: true } });
  for (const { id, kind } of queued) await db.$transaction((tx) => sendMessage(tx, kind as JobKind, id));
}

/** Leaves on the rows of the jobs that this process works on why it is about to end. */
export async function recordCrash(db: RootDb, reason: string): Promise<void> {
  const where = { state: "running", claimId: { in: heldClaims() } } as const;
  await db.job.updateMany({ where, data: { error: reason } });
}
