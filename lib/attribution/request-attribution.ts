import { z } from "zod";
import type { Actor } from "#lib/access/actor.ts";
import { authorizeWrite } from "#lib/access/actor.ts";
import { inTransaction, type RootDb } from "#lib/db/client.ts";
import { enqueueJob } from "#lib/jobs/enqueue-job.ts";
import { getJob } from "#lib/jobs/queries.ts";
import type { JobView } from "#lib/jobs/view.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import type { ComparisonParams } from "#lib/transfer/queries.ts";
import { findAttributionJob, lockAttributionRequests } from "./attribution-sql.ts";
import { getFitState } from "./get-attribution.ts";
import { getInputState } from "./joint-input.ts";

/** What a comparison is asked for by. */
export const attributedPair = z.object({
  base: z.string(),
  candidate: z.string(),
  k: z.number().int().min(1).max(100).default(3),
  excludeErrored: z.boolean().default(false),
});

/** Input of the job `attribute`; `inputHash`: of what there was to compute from when it was queued. */
export const attributeInput = attributedPair.extend({ inputHash: z.string() });
export type AttributeInput = z.infer<typeof attributeInput>;

/** Reading asks for it as well, and whoever reads may have no right to write. */
const system = { name: "carryover", role: "editor" } as const;

/**
 * Sees to it that the cases of a comparison get computed: once for each state of its data, however many ask. A job that
 * failed or was canceled is not queued again by this.
 * @returns the job that waits, runs or ended so; null when what is stored is current, or a run does not exist
 */
export async function requestAttribution(
  db: RootDb,
  params: ComparisonParams,
  actor: Actor = system,
): Promise<JobView | null> {
  const fit = await getFitState(db, params);
  if (fit === null || fit === "current") return null;
  const id = await queue(db, params, actor, ["queued", "running", "failed", "canceled"]);
  return id === null ? null : getJob(db, id);
}

/** Queues what was canceled or has failed anew; "forbidden" for readers. */
export async function startAttribution(
  db: RootDb,
  asked: z.input<typeof attributedPair>,
  actor: Actor,
): Promise<Result<{ jobId: string }>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = attributedPair.safeParse(asked);
  const jobId = parsed.success ? await queue(db, parsed.data, actor, ["queued", "running"]) : null;
  return jobId === null
    ? err("not_found", "One of the two runs no longer exists. Reload the page.")
    : ok({ jobId });
}

/** @param enough the states in which a job for the same data is not queued again */
async function queue(
  db: RootDb,
  params: ComparisonParams,
  actor: Actor,
  enough: JobView["state"][],
): Promise<string | null> {
  const state = await getInputState(db, params);
  if (!state) return null;
  const input = attributeInput.parse({ ...params, inputHash: state.hash });
  return inTransaction(db, async (tx) => {
    await lockAttributionRequests(tx);
    return (
      (await findAttributionJob(tx, input, enough)) ??
      (await enqueueJob(tx, { kind: "attribute", input, actor }))
    );
  });
}
