import { randomUUID } from "node:crypto";
import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import { inTransaction, type RootDb } from "#lib/db/client.ts";
import { lockMemories } from "#lib/memories/memories-sql.ts";
import { parseInput } from "#lib/memories/parse-input.ts";
import { previousValuesOf } from "#lib/memories/previous-values.ts";
import type { MemoryChange } from "#lib/memories/record.ts";
import { type RevertInput, revertInput } from "#lib/memories/schema.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { reviseContent } from "./revise-content.ts";
import type { Revised } from "./update-memory.ts";

/**
 * Brings a memory back to what it was at an earlier version, by writing a new revision.
 * @returns the new version, and the name of its revision for undo; "conflict" when it changed since `expectedVersion` was seen
 */
export async function revertMemory(db: RootDb, input: RevertInput, actor: Actor): Promise<Result<Revised>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = parseInput(revertInput, input);
  if (!parsed.ok) return parsed;
  const { id, version, expectedVersion, reason = `Reverted to revision ${version}` } = parsed.value;
  return inTransaction(db, async (tx) => {
    await lockMemories(tx, [id]);
    const memory = await tx.memory.findUnique({ where: { id } });
    if (!memory) return err("not_found", "This memory does not exist.");
    if (memory.version !== expectedVersion) {
      return err(
        "conflict",
        `Revision ${memory.version} was saved in the meantime. Reload the page and check it.`,
      );
    }
    if (version >= memory.version)
      return err("invalid", `There is no revision before ${version} to revert to.`);
    const later = await tx.revision.findMany({
      where: { memoryId: id, version: { gt: version } },
      orderBy: { version: "desc" },
    });
    // From the newest back: each revision's `before` overwrites what a later one said.
    const change: MemoryChange = Object.assign({}, ...later.map(({ before }) => previousValuesOf(before)));
    const batchId = randomUUID();
    const [reverted] = await reviseContent(
      tx,
      [{ memory, change }],
      { kind: "undo", reason, batchId },
      actor,
    );
    const now = reverted?.version ?? memory.version;
    return ok({ version: now, batchId: now === memory.version ? null : batchId });
  });
}
