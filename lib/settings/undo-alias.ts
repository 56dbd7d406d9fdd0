import { z } from "zod";
import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import { inTransaction, type RootDb } from "#lib/db/client.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { moveMemories, restoreTasks } from "./move-benchmark.ts";
import { lockAliases } from "./settings-sql.ts";

/** What the row of an alias keeps of what was rewritten. */
const movedSchema = z.object({
  batchId: z.uuid(),
  aliases: z.array(z.string()),
  renamed: z.array(z.uuid()),
  joined: z.array(z.uuid()),
  trials: z.array(z.object({ id: z.uuid(), taskId: z.uuid(), attempt: z.int() })),
  runs: z.array(z.object({ id: z.uuid(), scope: z.enum(["in_domain", "cross_domain"]) })),
});

/**
 * Makes an alias a benchmark of its own again: what it brought goes back to it, what came afterwards stays. Leaves a
 * revision with each memory and an audit row.
 */
export async function undoAlias(
  db: RootDb,
  input: { name: string },
  actor: Actor,
): Promise<Result<{ name: string; benchmark: string; memories: number }>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  return inTransaction(db, async (tx) => {
    await lockAliases(tx);
    const alias = await tx.benchmarkAlias.findUnique({ where: { name: String(input.name) } });
    if (!alias) return err("not_found", "This is no longer an alias. Reload the page.");
    const { name, benchmarkName: benchmark } = alias;
    const moved = movedSchema.parse(alias.moved);
    await tx.benchmarkAlias.delete({ where: { name } });
    await tx.benchmarkAlias.updateMany({
      where: { name: { in: moved.aliases } },
      data: { benchmarkName: name },
    });
    const note = {
      kind: "undo" as const,
      actor: actor.name,
      reason: `${name} is a benchmark of its own again`,
    };
    const which = { from: benchmark, to: name, batchId: moved.batchId };
    const memories = await moveMemories(tx, which, note);
    await restoreTasks(tx, moved, name);
    for (const { id, scope } of moved.runs) await tx.run.updateMany({ where: { id }, data: { scope } });
    await tx.auditEvent.create({
      data: {
        actor: actor.name,
        action: "benchmark.unalias",
        subjectId: moved.batchId,
        detail: { name, benchmark, memories },
      },
    });
    return ok({ name, benchmark, memories });
  });
}
