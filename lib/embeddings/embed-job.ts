import { z } from "zod";
import type { JobHandler } from "#lib/jobs/context.ts";
import { enqueueJob } from "#lib/jobs/enqueue-job.ts";
import { err, ok } from "#lib/shared/result.ts";
import { embedMemories } from "./embed-memories.ts";

const inputSchema = z.object({
  spaceId: z.uuid().optional(),
  /** Whether maps and metrics are to be computed afterwards: after an import or a switch, not after each edit. */
  refresh: z.boolean().default(false),
});
export type EmbedJobInput = z.input<typeof inputSchema>;

/** How many failures a job's result lists; the count is always whole. */
const listed = 100;

/** The `embed` job: embeds what waits in the active space, or in the space it was queued for. */
export const embedJob: JobHandler = async (db, input, { actor, signal, progress }) => {
  const { spaceId, refresh } = inputSchema.parse(input ?? {});
  const space = spaceId ? await db.embeddingSpace.findUnique({ where: { id: spaceId } }) : undefined;
  if (space === null) return err("not_found", "The embedding space of this job is gone.");
  const report = await embedMemories(db, { signal, progress }, space);
  if (!report.ok) return report;
  if (refresh) {
    for (const kind of ["metrics", "project"] as const) {
      // One that waits already will see these vectors too.
      const waiting = await db.job.findFirst({
        where: { kind, state: "queued", input: { equals: {} } },
        select: { id: true },
      });
      if (!waiting) await enqueueJob(db, { kind, input: {}, actor });
    }
  }
  const { failures, ...counts } = report.value;
  return ok({ ...counts, failed: failures.length, failures: failures.slice(0, listed) });
};
