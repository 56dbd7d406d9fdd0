import type { Db } from "#lib/db/client.ts";
import type { Generation } from "#lib/db/generated/client.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { lockGeneration } from "./generation-sql.ts";

/** The draft, locked until the transaction ends, if there is still something to decide about it. */
export async function lockPendingGeneration(tx: Db, id: string): Promise<Result<Generation>> {
  await lockGeneration(tx, id);
  const generation = await tx.generation.findUnique({ where: { id } });
  if (!generation) return err("not_found", "There is no such draft.");
  if (generation.state === "pending") return ok(generation);
  const undecided = generation.state === "queued" || generation.state === "failed";
  return err(
    "conflict",
    undecided
      ? "There is no draft to decide on yet: its job has not succeeded."
      : `This draft was already ${generation.state}. Reload the page.`,
  );
}
