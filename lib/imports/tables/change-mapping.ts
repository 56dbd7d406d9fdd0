import { z } from "zod";
import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import { inTransaction, type RootDb } from "#lib/db/client.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { mappingParts, missingColumn, parseMapping } from "./column-mapping.ts";

const changeInput = z.strictObject({ key: z.string().max(100), text: z.string().max(8000) });
export type MappingChange = z.input<typeof changeInput>;

/**
 * Changes a kept mapping, or with an empty text removes it, so that the next such table is asked about. What was
 * imported by it stays. Leaves an audit row.
 * @param text parts of the mapping, one a line
 * @returns the parts as kept; "invalid" naming the part that is wrong
 */
export async function changeMapping(
  db: RootDb,
  input: MappingChange,
  actor: Actor,
): Promise<Result<{ parts: string[] }>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = changeInput.safeParse(input);
  if (!parsed.success) return err("invalid", "Write a part of the mapping on each line.");
  const { key, text } = parsed.data;
  return inTransaction(db, async (tx) => {
    const held = await tx.columnMapping.findUnique({ where: { key } });
    if (!held) return err("not_found", "This mapping is gone. Reload the page.");
    const audit = (action: string, parts: string[]) =>
      tx.auditEvent.create({
        data: { actor: actor.name, action, subjectId: key, detail: { mapping: parts } },
      });
    if (text.trim() === "") {
      await tx.columnMapping.delete({ where: { key } });
      await audit("mapping.remove", held.mapping);
      return ok({ parts: [] });
    }
    const mapping = parseMapping(text.split("\n"));
    if (!mapping.ok) return mapping;
    const missing = missingColumn(mapping.value, held.columns);
    if (missing !== null)
      return err("invalid", `There is no column "${missing}": use ${held.columns.join(", ")}.`);
    const parts = mappingParts(mapping.value);
    await tx.columnMapping.update({
      where: { key },
      data: { mapping: parts, actor: actor.name, updatedAt: new Date() },
    });
    await audit("mapping.save", parts);
    return ok({ parts });
  });
}
