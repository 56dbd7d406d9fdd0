import { z } from "zod";
import type { JobHandler } from "#lib/jobs/context.ts";
import { err, ok } from "#lib/shared/result.ts";
import { embedMemories } from "./embed-memories.ts";

const inputSchema = z.object({ spaceId: z.uuid().optional() });

/** How many failures a job's result lists; the count is always whole. */
const listed = 100;

/** The `embed` job: embeds what waits in the active space, or in the space it was queued for. */
export const embedJob: JobHandler = async (db, input, { signal, progress }) => {
  const { spaceId } = inputSchema.parse(input ?? {});
  const space = spaceId ? await db.embeddingSpace.findUnique({ where: { id: spaceId } }) : undefined;
  if (space === null) return err("not_found", "The embedding space of this job is gone.");
  const report = await embedMemories(db, { signal, progress }, space);
  if (!report.ok) return report;
  const { failures, ...counts } = report.value;
  return ok({ ...counts, failed: failures.length, failures: failures.slice(0, listed) });
};
