import { z } from "zod";
import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import type { Db, RootDb } from "#lib/db/client.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { parseInput } from "./parse-input.ts";

/** A URL state of a page under a name. */
export type SavedViewRow = { id: string; name: string; query: string; actor: string };

const saveViewInput = z.strictObject({
  page: z.enum(["memories", "runs", "map", "compare"]),
  name: z.string().trim().min(1, "Give the view a name").max(80, "Keep the name under 80 characters"),
  query: z.string().max(8000, "This view is too long to save: it picks too many memories one by one"),
});
export type SaveViewInput = z.input<typeof saveViewInput>;

/** The saved views of a page, by name. */
export async function listViews(
  db: Db,
  page: SaveViewInput["page"],
): Promise<{ rows: SavedViewRow[]; total: number }> {
  const rows = await db.savedView.findMany({
    where: { page },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, query: true, actor: true },
  });
  return { rows, total: rows.length };
}

/** Saves the state of a page; the same name again overwrites. */
export async function saveView(
  db: RootDb,
  input: SaveViewInput,
  actor: Actor,
): Promise<Result<{ id: string; replaced: boolean }>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = parseInput(saveViewInput, input);
  if (!parsed.ok) return parsed;
  const { page, name, query } = parsed.value;
  return db.$transaction(async (tx) => {
    const before = await tx.savedView.findUnique({ where: { page_name: { page, name } } });
    const view = await tx.savedView.upsert({
      where: { page_name: { page, name } },
      create: { page, name, query, actor: actor.name },
      update: { query, actor: actor.name },
    });
    await audit(tx, actor, "view.save", view.id, { page, name, query });
    return ok({ id: view.id, replaced: before !== null });
  });
}

/** Deletes a saved view. */
export async function deleteView(db: RootDb, id: string, actor: Actor): Promise<Result<{ name: string }>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = parseInput(z.uuid(), id);
  if (!parsed.ok) return parsed;
  return db.$transaction(async (tx) => {
    const [view] = await tx.savedView.findMany({ where: { id } });
    if (!view) return err("not_found", "This view was already deleted.");
    await tx.savedView.delete({ where: { id } });
    await audit(tx, actor, "view.delete", id, { page: view.page, name: view.name, query: view.query });
    return ok({ name: view.name });
  });
}

async function audit(tx: Db, actor: Actor, action: string, subjectId: string, detail: object): Promise<void> {
  await tx.auditEvent.create({ data: { actor: actor.name, action, subjectId, detail: { ...detail } } });
}
