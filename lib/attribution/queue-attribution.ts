import type { Actor } from "#lib/access/actor.ts";
import type { RootDb } from "#lib/db/client.ts";
import { latestPair } from "#lib/transfer/queries.ts";
import { requestAttribution } from "./request-attribution.ts";

/**
 * Asks, after a write, for the cases that pages show first: those of the newest pair of runs, and of each written run
 * with memory against the baseline that it would be compared with. What is current already is left alone.
 */
export async function queueAttribution(db: RootDb, runIds: readonly string[], actor: Actor): Promise<void> {
  const written = await db.run.findMany({
    where: { id: { in: [...runIds] }, arm: "memory" },
    select: { id: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  const pairs = [await latestPair(db)];
  for (const { id } of written) pairs.push(await latestPair(db, { candidate: id }));
  for (const pair of pairs) if (pair) await requestAttribution(db, pair, actor);
}
