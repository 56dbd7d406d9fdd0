import { z } from "zod";
import type { JobHandler } from "#lib/jobs/context.ts";
import { ok } from "#lib/shared/result.ts";
import { type ProjectionReport, projectMemories } from "./project-memories.ts";
import { projectedTypes, projectionParams } from "./schema.ts";

const inputSchema = projectionParams.omit({ type: true }).extend({
  /** Left out = a map of each type and one of all. */
  types: z.array(z.enum(projectedTypes)).min(1).optional(),
});
export type ProjectJobInput = z.input<typeof inputSchema>;

/** The `project` job: lays out each type asked for; types without vectors are skipped and named. */
export const projectJob: JobHandler = async (db, input, { actor, signal, progress }) => {
  const { types = projectedTypes, ...params } = inputSchema.parse(input ?? {});
  const projections: ProjectionReport[] = [];
  const skipped: { type: string; reason: string }[] = [];
  for (const [done, type] of types.entries()) {
    const report = await projectMemories(db, { ...params, type }, actor, {
      signal,
      progress: (share, stage) => progress((done + share) / types.length, `${stage} (${type})`),
    });
    if (report.ok) projections.push(report.value);
    else if (report.error.code === "invalid" && types.length > 1)
      skipped.push({ type, reason: report.error.message });
    else return report;
  }
  return ok({ projections, skipped });
};
