import { requestDb } from "#lib/access/request-db.ts";
import { failureResponse, route } from "#lib/access/route.ts";
import { benchmarksCsv, benchmarksLatex, benchmarksMarkdown } from "#lib/transfer/benchmark-files.ts";
import { getComparison } from "#lib/transfer/queries.ts";
import { clampK, loadCompareParams } from "#lib/transfer/search-params.ts";

const files = {
  csv: { write: benchmarksCsv, mediaType: "text/csv; charset=utf-8", ending: "csv" },
  markdown: { write: benchmarksMarkdown, mediaType: "text/markdown; charset=utf-8", ending: "md" },
  latex: { write: benchmarksLatex, mediaType: "application/x-latex; charset=utf-8", ending: "tex" },
} as const;

/** The benchmarks of /compare as a table: `?format=csv`, markdown or latex. */
export const GET = route(async (request) => {
  const params = await loadCompareParams(request);
  const format = new URL(request.url).searchParams.get("format") ?? "csv";
  if (!Object.hasOwn(files, format)) return invalid(`"${format}" is no format. Use csv, markdown or latex.`);
  if (!params.base || !params.cand) return invalid("Name both runs: ?base=RUN&cand=RUN");
  const compared = await getComparison(requestDb(), {
    base: params.base,
    candidate: params.cand,
    k: clampK(params.k),
    excludeErrored: params.errored,
  });
  if (!compared)
    return failureResponse({ code: "not_found", message: "One of the two runs does not exist." });
  const { write, mediaType, ending } = files[format as keyof typeof files];
  return new Response(write(compared), {
    headers: {
      "content-type": mediaType,
      "content-disposition": `attachment; filename="benchmarks.${ending}"`,
      "cache-control": "no-store",
    },
  });
});

function invalid(message: string): Response {
  return failureResponse({ code: "invalid", message });
}
