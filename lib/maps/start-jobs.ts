import { z } from "zod";
import type { Actor } from "#lib/access/actor.ts";
import type { Db } from "#lib/db/client.ts";
import { startJob } from "#lib/jobs/start-job.ts";
import { placementRequest } from "./place-memories.ts";
import { projectedTypes, projectionParams } from "./schema.ts";

const projectInput = projectionParams
  .omit({ type: true })
  .extend({ types: z.array(z.enum(projectedTypes)).min(1).optional() });

/** Queues the job that lays out a map of each type and one of all. */
export function startProjection(db: Db, input: unknown, actor: Actor) {
  return startJob(db, "project", projectInput, input, actor);
}

/** Queues the job that places memories that came or changed on stored maps. */
export function startPlacement(db: Db, input: unknown, actor: Actor) {
  return startJob(db, "place", placementRequest, input, actor);
}
