import type { Db } from "#lib/db/client.ts";
import { listConfirmed } from "#lib/reruns/queries.ts";
import type { WorkHooks } from "#lib/shared/work/work-hooks.ts";
import { type ComparisonParams, getComparedTasks } from "#lib/transfer/queries.ts";
import type { AttributionCase } from "./attribution-case.ts";
import { listShownMemories } from "./attribution-sql.ts";
import { findCases } from "./joint-cases.ts";
import { listTitles } from "./shown-memories.ts";
import { storedCases } from "./stored-cases.ts";

/**
 * Which memories changed the candidate's outcomes, all of them taken together (`joint/`), the surest harm first.
 * Stored until runs change; a case is confirmed where own reruns of a task that these two runs lost confirmed a memory of
 * it, which is asked each time.
 * @returns null when either run does not exist
 * @throws signal.reason when aborted
 */
export async function attributeRun(
  db: Db,
  params: ComparisonParams,
  { signal, progress }: WorkHooks = {},
): Promise<AttributionCase[] | null> {
  const compared = await getComparedTasks(db, params);
  if (!compared) return null;
  const cases = await storedCases(db, params, async () =>
    findCases(compared.tasks, await listShownMemories(db, params.candidate), {
      excludeErrored: params.excludeErrored,
      signal,
      onProgress: progress && ((share) => progress(share, "Fitting the joint model")),
    }),
  );
  if (!cases) return null;
  const titles = await listTitles(
    db,
    cases.flatMap(({ memoryIds }) => memoryIds),
  );
  const confirmed = await listConfirmed(db, { base: params.base, candidate: params.candidate });
  const byReruns = new Set(confirmed.map(({ memoryId }) => memoryId));
  return cases.map((each) => ({
    ...each,
    titles: each.memoryIds.map((id) => titles.get(id) ?? id),
    state: each.memoryIds.some((id) => byReruns.has(id)) ? "confirmed" : each.state,
  }));
}
