import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import { benchmarkKey } from "#lib/benchmarks/benchmark-key.ts";
import { inTransaction, type RootDb } from "#lib/db/client.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { moveMemories, moveTasks, recomputeRunScopes } from "./move-benchmark.ts";
import { lockAliases } from "./settings-sql.ts";

const aliasInput = z
  .strictObject({ name: z.string().min(1).max(200), benchmark: z.string().min(1).max(200) })
  .refine(({ name, benchmark }) => name !== benchmark);
export type AliasInput = z.input<typeof aliasInput>;

export type AliasDone = { name: string; benchmark: string; memories: number; tasks: number; trials: number };

/**
 * Makes one stored name another name of a benchmark: memories, tasks and trials of the name become the benchmark's,
 * and whatever comes under the name later does so too. Each memory gets a revision; the whole leaves an audit row and
 * can be taken back.
 * @returns "not_found" where a name is not stored, "invalid" where they are one already
 */
export async function aliasBenchmark(
  db: RootDb,
  input: AliasInput,
  actor: Actor,
): Promise<Result<AliasDone>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = aliasInput.safeParse(input);
  if (!parsed.success) return err("invalid", "Choose two different names.");
  const { name, benchmark } = parsed.data;
  return inTransaction(db, async (tx) => {
    await lockAliases(tx);
    const stored = await tx.benchmark.findMany({
      where: { name: { in: [name, benchmark] } },
      select: { name: true, aliases: { select: { name: true } } },
    });
    if (stored.length < 2) return err("not_found", "One of these names is gone. Reload the page.");
    const taken = await tx.benchmarkAlias.findFirst({ where: { name: { in: [name, benchmark] } } });
    if (taken) {
      return err(
        "invalid",
        `${taken.name} is already another name of ${taken.benchmarkName}: undo that first.`,
      );
    }
    // Names of the name become names of the benchmark: an alias never leads to another.
    const aliases = stored.find((row) => row.name === name)?.aliases.map((row) => row.name) ?? [];
    await tx.benchmarkAlias.updateMany({
      where: { name: { in: aliases } },
      data: { benchmarkName: benchmark },
    });
    const batchId = randomUUID();
    const note = {
      kind: "edit" as const,
      actor: actor.name,
      reason: `${name} is another name of ${benchmark}`,
      batchId,
    };
    const memories = await moveMemories(tx, { from: name, to: benchmark }, note);
    const tasks = await moveTasks(tx, name, benchmark);
    const row = { name, key: benchmarkKey(name), benchmarkName: benchmark, actor: actor.name };
    await tx.benchmarkAlias.create({ data: { ...row, moved: { batchId, aliases, ...tasks } } });
    // Scopes are told by the names as they stand now.
    const runs = await recomputeRunScopes(tx, [name, benchmark]);
    await tx.benchmarkAlias.update({
      where: { name },
      data: { moved: { batchId, aliases, ...tasks, runs } },
    });
    const counts = {
      memories,
      tasks: tasks.renamed.length + tasks.joined.length,
      trials: tasks.trials.length,
    };
    await tx.auditEvent.create({
      data: {
        actor: actor.name,
        action: "benchmark.alias",
        subjectId: batchId,
        detail: { name, benchmark, ...counts },
      },
    });
    return ok({ name, benchmark, ...counts });
  });
}
