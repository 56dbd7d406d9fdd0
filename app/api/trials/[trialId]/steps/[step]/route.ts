import { requestDb } from "#lib/access/request-db.ts";
import { failureResponse, route } from "#lib/access/route.ts";
import { STEP_PARTS } from "#lib/runs/step-outline.ts";
import { getStepPart } from "#lib/runs/step-queries.ts";

type Context = { params: Promise<{ trialId: string; step: string }> };

/** One part of a step (?part=observation), for a page that has drawn only its beginning. */
export const GET = route<Context>(async (request, { params }) => {
  const { trialId, step } = await params;
  const wanted = new URL(request.url).searchParams.get("part");
  const part = STEP_PARTS.find((each) => each === wanted) ?? "observation";
  const found = await getStepPart(requestDb(), trialId, Number(step), part);
  if (found) return Response.json(found);
  return failureResponse({ code: "not_found", message: `This step has no ${part}.` });
});
