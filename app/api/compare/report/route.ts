import { requestDb } from "#lib/access/request-db.ts";
import { failureResponse, route } from "#lib/access/route.ts";
import { getAttribution } from "#lib/attribution/get-attribution.ts";
import { fitWithinMs, waitForAttribution } from "#lib/attribution/wait-for-attribution.ts";
import { readReport } from "#lib/reports/read-report.ts";
import { reportHtml } from "#lib/reports/report-html.ts";
import { clampK, loadCompareParams } from "#lib/transfer/search-params.ts";

/** The comparison of /compare as one HTML file that opens from disk. */
export const GET = route(
  async (request, _context, signal) => {
    const params = await loadCompareParams(request);
    if (!params.base || !params.cand) {
      return failureResponse({ code: "invalid", message: "Name both runs: ?base=RUN&cand=RUN" });
    }
    const { base, cand: candidate, errored: excludeErrored } = params;
    const compared = { base, candidate, excludeErrored, k: clampK(params.k) };
    const db = requestDb(fitWithinMs);
    const waited = await waitForAttribution(db, compared, signal);
    if (!waited.ok) return failureResponse(waited.error);
    const found = await getAttribution(db, compared);
    const report = found && (await readReport(db, compared, found.cases));
    if (!report)
      return failureResponse({ code: "not_found", message: "One of the two runs does not exist." });
    return new Response(reportHtml(report), {
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-disposition": 'attachment; filename="carryover-report.html"',
        "cache-control": "no-store",
      },
    });
  },
  { withinMs: fitWithinMs },
);
