import type { JobHandler } from "#lib/jobs/context.ts";
import { type LintInput, lintMemories } from "./lint-memories.ts";

/** The `lint` job: input as `lintMemories` takes it, result its counts. */
export const lintJob: JobHandler = (db, input, { actor, signal, progress }) =>
  lintMemories(db, (input ?? {}) as LintInput, actor, { signal, progress });
