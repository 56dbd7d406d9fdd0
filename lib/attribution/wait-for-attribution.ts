import type { RootDb } from "#lib/db/client.ts";
import { watchJob } from "#lib/jobs/watch-job.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import type { ComparisonParams } from "#lib/transfer/queries.ts";
import { requestAttribution } from "./request-attribution.ts";

/** How long who asks for an answer in one piece waits for a fit. */
export const fitWithinMs = 10 * 60_000;

/**
 * Waits until the cases of a comparison are stored for the runs as they are, for addresses that answer in one piece.
 * @returns "unavailable" when the job failed, was canceled, or `signal` fired first
 */
export async function waitForAttribution(
  db: RootDb,
  params: ComparisonParams,
  signal: AbortSignal,
): Promise<Result<null>> {
  let job = await requestAttribution(db, params);
  if (!job) return ok(null);
  for await (const seen of watchJob(db, job.id, signal)) job = seen;
  if (job.state === "succeeded") return ok(null);
  const end = job.state === "failed" ? `failed: ${job.error}` : `is ${job.state}`;
  return err("unavailable", `The job that attributes these runs ${end}. See /jobs/${job.id}`);
}
