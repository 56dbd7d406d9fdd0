import type { JobHandler } from "#lib/jobs/context.ts";
import { ok } from "#lib/shared/result.ts";
import { measureAbstraction } from "./measure-abstraction.ts";
import { abstractionParams } from "./schema.ts";

/** The `metrics` job: measures abstraction; its input is that of `measureAbstraction`. */
export const metricsJob: JobHandler = async (db, input, { signal, progress }) => {
  const report = await measureAbstraction(db, abstractionParams.parse(input ?? {}), { signal, progress });
  return report.ok ? ok(report.value) : report;
};
