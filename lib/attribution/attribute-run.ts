import type { Db } from "#lib/db/client.ts";
import type { WorkHooks } from "#lib/shared/work/work-hooks.ts";
import type { ComparisonParams } from "#lib/transfer/queries.ts";
import type { AttributionCase } from "./attribution-case.ts";
import { nameCases } from "./get-attribution.ts";
import { findCases } from "./joint-cases.ts";
import { readJointInput } from "./joint-input.ts";
import { readStoredCases, storeCases } from "./stored-cases.ts";

/**
 * Which memories changed the candidate's outcomes, all of them taken together (`joint/`), the surest harm first.
 * Computed and stored, unless what is stored is of the same data. For the worker and the command line: a fit can take
 * minutes, so pages ask `getAttribution` for what is stored.
 * @returns null when either run does not exist
 * @throws signal.reason when aborted
 */
export async function attributeRun(
  db: Db,
  params: ComparisonParams,
  { signal, progress }: WorkHooks = {},
): Promise<AttributionCase[] | null> {
  const input = await readJointInput(db, params);
  if (!input) return null;
  const stored = await readStoredCases(db, params);
  if (stored?.inputHash === input.hash) return nameCases(db, params, stored.cases);
  const cases = await findCases(input.tasks, input.shown, {
    excludeErrored: params.excludeErrored,
    signal,
    onProgress: progress && ((share) => progress(share, "Fitting the joint model")),
  });
  await storeCases(db, params, { inputHash: input.hash, cases });
  return nameCases(db, params, cases);
}
