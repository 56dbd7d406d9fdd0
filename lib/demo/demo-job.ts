import type { JobHandler } from "#lib/jobs/context.ts";
import { loadDemo } from "./load-demo.ts";
import { loadDemoInput } from "./schema.ts";

/** The `demo` job: loads the synthetic demo pool. */
export const demoJob: JobHandler = async (db, input, { actor, signal, progress }) =>
  loadDemo(db, loadDemoInput.parse(input ?? {}), actor, { signal, progress });
