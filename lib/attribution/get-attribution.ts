import type { Db } from "#lib/db/client.ts";
import { listConfirmed } from "#lib/reruns/queries.ts";
import type { ComparisonParams } from "#lib/transfer/queries.ts";
import type { AttributionCase } from "./attribution-case.ts";
import type { UnnamedCase } from "./joint-cases.ts";
import { getInputState } from "./joint-input.ts";
import { listTitles } from "./shown-memories.ts";
import { readStoredCases, readStoredHash } from "./stored-cases.ts";

/** Of the runs as they are; of the runs as they were; or never computed. */
export type FitState = "current" | "older" | "missing";

/** Cases as they are stored: none where the fit is missing. */
export type Attribution = { cases: AttributionCase[]; fit: FitState };

/**
 * Which memories changed the candidate's outcomes, as the job `attribute` or the command line stored it; computes
 * nothing. A case is confirmed where own reruns of a task that these two runs lost confirmed a memory of it.
 * @returns null when either run does not exist
 */
export async function getAttribution(db: Db, params: ComparisonParams): Promise<Attribution | null> {
  const fit = await getFitState(db, params);
  if (fit === null) return null;
  const stored = fit === "missing" ? null : await readStoredCases(db, params);
  return { cases: await nameCases(db, params, stored?.cases ?? []), fit };
}

/** Whether what is stored is of the runs as they are now; null when either run does not exist. */
export async function getFitState(db: Db, params: ComparisonParams): Promise<FitState | null> {
  const input = await getInputState(db, params);
  if (!input) return null;
  const stored = await readStoredHash(db, params);
  // A candidate that was shown nothing has no cases, and there is nothing to wait for.
  if (stored === input.hash || (stored === null && !input.hasMemories)) return "current";
  return stored === null ? "missing" : "older";
}

/** Cases with the names that their memories have now, and with what own reruns confirmed. */
export async function nameCases(
  db: Db,
  { base, candidate }: Pick<ComparisonParams, "base" | "candidate">,
  cases: readonly UnnamedCase[],
): Promise<AttributionCase[]> {
  if (cases.length === 0) return [];
  const titles = await listTitles(
    db,
    cases.flatMap(({ memoryIds }) => memoryIds),
  );
  const confirmed = await listConfirmed(db, { base, candidate });
  const byReruns = new Set(confirmed.map(({ memoryId }) => memoryId));
  return cases.map((each) => ({
    ...each,
    titles: each.memoryIds.map((id) => titles.get(id) ?? id),
    state: each.memoryIds.some((id) => byReruns.has(id)) ? "confirmed" : each.state,
  }));
}
