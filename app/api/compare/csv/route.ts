import { requestDb } from "#lib/access/request-db.ts";
import { route } from "#lib/access/route.ts";
import { getRetrievedMemory } from "#lib/attribution/attribution-queries.ts";
import { pairedTasksCsv } from "#lib/transfer/paired-tasks-csv.ts";
import { listPairedTasks } from "#lib/transfer/queries.ts";
import { clampK, listOf, loadCompareParams } from "#lib/transfer/search-params.ts";

/** The paired tasks of /compare as CSV, with the filters of the page and without its paging. */
export const GET = route(async (request) => {
  const params = await loadCompareParams(request);
  if (!params.base || !params.cand) return problem(400, "Name both runs: ?base=RUN&cand=RUN");
  const memory = params.memory ? await getRetrievedMemory(requestDb(), params.cand, params.memory) : null;
  const tasks = await listPairedTasks(requestDb(), {
    base: params.base,
    candidate: params.cand,
    k: clampK(params.k),
    excludeErrored: params.errored,
    filter: { ...listOf(params), candidateTaskIds: memory?.taskIds ?? null },
  });
  if (!tasks) return problem(404, "One of the two runs does not exist.");
  return new Response(pairedTasksCsv(tasks.rows), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="paired-tasks.csv"',
    },
  });
});

function problem(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}
