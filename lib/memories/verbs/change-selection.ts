import { randomUUID } from "node:crypto";
import { inTransaction, type RootDb } from "#lib/db/client.ts";
import type { Curated } from "#lib/memories/memories-sql.ts";
import type { RevisionNote } from "#lib/memories/record.ts";
import type { Selection } from "#lib/memories/schema.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { lockSelection } from "./lock-selection.ts";
import { type CuratedChange, effectiveChanges, reviseCurated } from "./revise-curated.ts";

/** What a verb on a selection came to. */
export type SelectionOutcome = {
  /** Names the revisions written together, for undo; null when none was. */
  batchId: string | null;
  changed: number;
  /** Memories that were so already. */
  unchanged: number;
};

type Change = {
  selection: Selection;
  dryRun: boolean;
  note: RevisionNote;
  /** null leaves the memory alone; a sentence refuses the whole change. */
  changeOf: (memory: Curated) => CuratedChange | null | string;
};

/** The transaction that all verbs on a selection share: lock, decide for each memory, write, revision. */
export function changeSelection(
  db: RootDb,
  { selection, dryRun, note, changeOf }: Change,
): Promise<Result<SelectionOutcome>> {
  return inTransaction(db, async (tx) => {
    const locked = await lockSelection(tx, selection);
    if (!locked.ok) return locked;
    const planned: { memory: Curated; change: CuratedChange }[] = [];
    for (const memory of locked.value) {
      const change = changeOf(memory);
      if (typeof change === "string") return err("invalid", change);
      if (change) planned.push({ memory, change });
    }
    const real = effectiveChanges(planned);
    const unchanged = locked.value.length - real.length;
    if (dryRun || real.length === 0) return ok({ batchId: null, changed: real.length, unchanged });
    const batchId = randomUUID();
    await reviseCurated(tx, real, { ...note, batchId });
    return ok({ batchId, changed: real.length, unchanged });
  });
}
