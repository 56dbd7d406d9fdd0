import type { JobHandler } from "#lib/jobs/context.ts";
import { placeMemories, placementInput } from "./place-memories.ts";

/** The `place` job: puts memories that came or changed on a stored map. */
export const placeJob: JobHandler = (db, input, { actor, signal, progress }) =>
  placeMemories(db, placementInput.parse(input), actor, { signal, progress });
