import { requestDb } from "#lib/access/request-db.ts";
import { failureResponse, route } from "#lib/access/route.ts";
import { caseText } from "#lib/attribution/cases/case-text.ts";
import { getCase } from "#lib/attribution/cases/get-case.ts";
import { loadCaseParams } from "#lib/attribution/cases/search-params.ts";
import { waitForCases } from "#lib/attribution/cases/wait-for-cases.ts";
import { fitWithinMs } from "#lib/attribution/wait-for-attribution.ts";

/** One case for an agent to read: `?base=RUN&cand=RUN&memory=ID`, JSON, or plain text with `&format=text`. */
export const GET = route(
  async (request, _context, signal) => {
    const { base, cand, memory } = await loadCaseParams(request);
    if (!memory)
      return failureResponse({ code: "invalid", message: "Name a memory of the case: ?memory=ID" });
    const db = requestDb(fitWithinMs);
    const waited = await waitForCases(db, { base, candidate: cand }, signal);
    if (!waited.ok) return failureResponse(waited.error);
    const detail = await getCase(db, { base, candidate: cand, memoryId: memory });
    if (!detail) {
      return failureResponse({
        code: "not_found",
        message: "There is no case of this memory in these runs.",
      });
    }
    const { searchParams, origin } = new URL(request.url);
    if (searchParams.get("format") !== "text") return Response.json(detail);
    return new Response(caseText(detail, origin), {
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
  },
  { withinMs: fitWithinMs },
);
