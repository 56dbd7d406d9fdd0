import { requestDb } from "#lib/access/request-db.ts";
import { route } from "#lib/access/route.ts";
import { getStep } from "#lib/runs/step-queries.ts";
import { stepToText } from "#lib/runs/trajectory-steps.ts";

type Context = { params: Promise<{ trialId: string; step: string }> };

/** One step of a trial, whole, as plain text: never as a type a browser would run. */
export const GET = route<Context>(async (_request, { params }) => {
  const { trialId, step } = await params;
  const found = await getStep(requestDb(), trialId, Number(step));
  const headers = { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" };
  if (!found) return new Response("There is no such step.\n", { status: 404, headers });
  return new Response(stepToText(found), { headers });
});
