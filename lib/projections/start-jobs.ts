import { z } from "zod";
import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import type { Db } from "#lib/db/client.ts";
import { enqueueJob } from "#lib/jobs/enqueue-job.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { placementRequest } from "./place-memories.ts";
import { abstractionParams, projectedTypes, projectionParams } from "./schema.ts";

const projectInput = projectionParams
  .omit({ type: true })
  .extend({ types: z.array(z.enum(projectedTypes)).min(1).optional() });

/** Queues the job that lays out a map of each type and one of all. */
export function startProjection(db: Db, input: unknown, actor: Actor): Promise<Result<{ jobId: string }>> {
  return start(db, "project", projectInput, input, actor);
}

/** Queues the job that measures DBI and LISI of each type. */
export function startMetrics(db: Db, input: unknown, actor: Actor): Promise<Result<{ jobId: string }>> {
  return start(db, "metrics", abstractionParams, input, actor);
}

/** Queues the job that places memories that came or changed on stored maps. */
export function startPlacement(db: Db, input: unknown, actor: Actor): Promise<Result<{ jobId: string }>> {
  return start(db, "place", placementRequest, input, actor);
}

async function start(
  db: Db,
  kind: "project" | "place" | "metrics",
  schema: z.ZodType,
  input: unknown,
  actor: Actor,
): Promise<Result<{ jobId: string }>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = schema.safeParse(input);
  if (!parsed.success) {
    const message = parsed.error.issues[0]?.message ?? "The parameters do not parse.";
    return err("invalid", message, z.flattenError(parsed.error).fieldErrors);
  }
  // Through JSON, so that parameters left out are left out of the row too.
  const request = JSON.parse(JSON.stringify(parsed.data));
  return ok({ jobId: await enqueueJob(db, { kind, input: request, actor }) });
}
