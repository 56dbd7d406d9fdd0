import { requestDb } from "#lib/access/request-db.ts";
import { failureResponse, route } from "#lib/access/route.ts";
import { findInTrial } from "#lib/runs/step-queries.ts";

type Context = { params: Promise<{ trialId: string }> };

/** The steps of a trial that contain ?q=, whole texts included that no page has loaded. */
export const GET = route<Context>(async (request, { params }) => {
  const { trialId } = await params;
  const query = new URL(request.url).searchParams.get("q") ?? "";
  const matches = await findInTrial(requestDb(), trialId, query);
  if (matches) return Response.json({ matches });
  return failureResponse({ code: "not_found", message: "This trial has no trajectory." });
});
