import type { JobHandler } from "#lib/jobs/context.ts";
import { err, ok } from "#lib/shared/result.ts";
import { attributeRun } from "./attribute-run.ts";
import type { CaseState } from "./attribution-case.ts";
import { attributeInput } from "./request-attribution.ts";

/** The `attribute` job: computes the cases of two runs and stores them, of the data as it is when the job runs. */
export const attributeJob: JobHandler = async (db, input, { signal, progress }) => {
  const { inputHash: _asked, ...params } = attributeInput.parse(input);
  const cases = await attributeRun(db, params, { signal, progress });
  if (!cases) return err("not_found", "One of the two runs no longer exists.");
  const count = (...states: CaseState[]) => cases.filter(({ state }) => states.includes(state)).length;
  return ok({
    cases: cases.length,
    supported: count("supported", "confirmed"),
    suspected: count("suspected"),
    helpful: count("helpful"),
  });
};
