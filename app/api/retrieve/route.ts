import { route } from "#lib/access/route.ts";
import { getDb } from "#lib/db/client.ts";
import { previewRetrieval } from "#lib/retrieval/preview-retrieval.ts";
import { toRetrievalRequest } from "#lib/retrieval/read-params.ts";
import { loadRetrievalParams } from "#lib/retrieval/search-params.ts";
import type { FailureCode } from "#lib/shared/result.ts";

const statuses: Partial<Record<FailureCode, number>> = { invalid: 400, not_found: 404, unavailable: 503 };

/** What /retrieval shows, as JSON for agents: the same query string, `?q=...&type=insight&k=3`. */
export const GET = route(async (request) => {
  const asked = toRetrievalRequest(await loadRetrievalParams(request));
  if (!asked) return refused("invalid", "Give a query or a task: ?q=WORDS or ?task=ID.");
  const preview = await previewRetrieval(getDb(), asked, { signal: request.signal });
  return preview.ok ? Response.json(preview.value) : refused(preview.error.code, preview.error.message);
});

function refused(code: FailureCode, message: string): Response {
  return Response.json({ error: { code, message } }, { status: statuses[code] ?? 500 });
}
