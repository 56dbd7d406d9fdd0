import { requestDb } from "#lib/access/request-db.ts";
import { failureResponse, route } from "#lib/access/route.ts";
import { listCases } from "#lib/attribution/cases/list-cases.ts";
import { loadSuspectParams } from "#lib/attribution/cases/search-params.ts";
import { waitForCases } from "#lib/attribution/cases/wait-for-cases.ts";
import { fitWithinMs } from "#lib/attribution/wait-for-attribution.ts";

/** What /suspects lists, as `carryover attribute --json` prints it: `?base=RUN&cand=RUN`, left out: the newest pair. */
export const GET = route(
  async (request, _context, signal) => {
    const { base, cand, state, open } = await loadSuspectParams(request);
    const db = requestDb(fitWithinMs);
    const waited = await waitForCases(db, { base, candidate: cand }, signal);
    if (!waited.ok) return failureResponse(waited.error);
    const found = await listCases(db, { base, candidate: cand, state, open });
    if (!found) {
      return failureResponse({ code: "not_found", message: "There are no two such runs that share a task." });
    }
    const { rows: cases, ...rest } = found;
    return Response.json({ cases, ...rest });
  },
  { withinMs: fitWithinMs },
);
