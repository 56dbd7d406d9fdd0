import { z } from "zod";
import type { Actor } from "#lib/access/actor.ts";
import type { RootDb } from "#lib/db/client.ts";
import type { JobHandler } from "#lib/jobs/context.ts";
import { enqueueJob } from "#lib/jobs/enqueue-job.ts";
import type { JobKind } from "#lib/jobs/kinds.ts";
import { err, ok } from "#lib/shared/result.ts";
import { embedMemories } from "./embed-memories.ts";

const inputSchema = z.object({
  spaceId: z.uuid().optional(),
  /** Whether maps and metrics are to be computed afterwards: after an import or a switch. After an edit, maps take it in. */
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
  await enqueueFollowUps(db, { refresh, embedded: report.value.embedded }, actor);
  const { failures, ...counts } = report.value;
  return ok({ ...counts, failed: failures.length, failures: failures.slice(0, listed) });
};

/** One that waits already will see these vectors too. */
async function enqueueFollowUps(
  db: RootDb,
  { refresh, embedded }: { refresh: boolean; embedded: number },
  actor: Actor,
): Promise<void> {
  const placing = !refresh && embedded > 0 && (await db.projection.count()) > 0;
  const kinds: JobKind[] = refresh ? ["metrics", "project"] : placing ? ["place"] : [];
  for (const kind of kinds) {
    const where = { kind, state: "queued", input: { equals: {} } } as const;
    const waiting = await db.job.findFirst({ where, select: { id: true } });
    if (!waiting) await enqueueJob(db, { kind, input: {}, actor });
  }
}
