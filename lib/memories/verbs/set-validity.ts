import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import type { RootDb } from "#lib/db/client.ts";
import { parseInput } from "#lib/memories/parse-input.ts";
import { type ValidityInput, validityInput } from "#lib/memories/schema.ts";
import { describeValidityEnd } from "#lib/memories/validity-day.ts";
import type { Result } from "#lib/shared/result.ts";
import { changeSelection, type SelectionOutcome } from "./change-selection.ts";

/**
 * Sets or clears the ends of the validity window [validFrom, validUntil) of memories. A day as the end is included
 * (UTC), an instant is exact. An end that is left out stays; null clears it. Refused as a whole when a memory would end before it starts.
 */
export async function setValidity(
  db: RootDb,
  input: ValidityInput,
  actor: Actor,
): Promise<Result<SelectionOutcome>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = parseInput(validityInput, input);
  if (!parsed.ok) return parsed;
  const { selection, dryRun, reason, validFrom, validUntil } = parsed.value;
  return changeSelection(db, {
    selection,
    dryRun,
    note: { kind: "validity", actor: actor.name, reason },
    changeOf: (memory) => {
      const from = validFrom === undefined ? memory.validFrom : validFrom;
      const until = validUntil === undefined ? memory.validUntil : validUntil;
      if (from && until && from >= until) {
        return `"${memory.title}" would end (${describeValidityEnd(until)}) before it starts (${from.toISOString().slice(0, 10)}). Set both ends, or leave it out.`;
      }
      return { validFrom: from, validUntil: until };
    },
  });
}
