import { requestDb } from "#lib/access/request-db.ts";
import { failureResponse, route } from "#lib/access/route.ts";
import { previewRetrieval } from "#lib/retrieval/preview-retrieval.ts";
import { readJsonBody } from "#lib/retrieval/read-json-body.ts";
import { toRetrievalRequest } from "#lib/retrieval/read-params.ts";
import { type RetrievalRequest, retrievalRequest } from "#lib/retrieval/schema.ts";
import { loadRetrievalParams } from "#lib/retrieval/search-params.ts";
import { postRequiredMessage, unsafeGetReason } from "#lib/retrieval/unsafe-get.ts";

/**
 * What /retrieval shows, as JSON for agents: the same query string, `?q=...&type=insight&k=3`. By embedding similarity
 * only: what asks a chat model is a POST.
 */
export const GET = route(async (request, _context, signal) => {
  const asked = toRetrievalRequest(await loadRetrievalParams(request));
  if (!asked) return invalid("Give a query or a task: ?q=WORDS or ?task=ID.");
  const refusal = await unsafeGetReason(requestDb(), asked, request.headers);
  if (refusal === postRequiredMessage) {
    const refused = invalid(refusal, 405);
    refused.headers.set("Allow", "POST");
    return refused;
  }
  if (refusal) return failureResponse({ code: "forbidden", message: refusal });
  return preview(asked, signal);
});

/** The same by any method, asked with a JSON body: `{"query": "...", "type": "insight", "method": "rerank"}`. */
export const POST = route(async (request, _context, signal) => {
  const body = await readJsonBody(request);
  if (!body.ok) return invalid(body.message, body.status);
  const parsed = retrievalRequest.safeParse(body.value);
  if (!parsed.success) return invalid(parsed.error.issues[0]?.message ?? "Check the request.");
  return preview(parsed.data, signal);
});

async function preview(asked: RetrievalRequest, signal: AbortSignal): Promise<Response> {
  const made = await previewRetrieval(requestDb(), asked, { signal });
  return made.ok ? Response.json(made.value) : failureResponse(made.error);
}

function invalid(message: string, status = 400): Response {
  return failureResponse({ code: "invalid", message }, status);
}
