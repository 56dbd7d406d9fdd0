import { requestDb } from "#lib/access/request-db.ts";
import { route } from "#lib/access/route.ts";
import { stepToText } from "#lib/runs/trajectory-steps.ts";
import { getTrial } from "#lib/runs/trial-queries.ts";

type Context = { params: Promise<{ trialId: string; step: string }> };

/** One step of a trial, whole, as plain text: never as a type a browser would run. */
export const GET = route<Context>(async (_request, { params }) => {
  const { trialId, step } = await params;
  const trial = await getTrial(requestDb(), trialId);
  const found = trial?.trajectory?.steps[Number(step) - 1];
  const headers = { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" };
  if (!found) return new Response("There is no such step.\n", { status: 404, headers });
  return new Response(stepToText(found), { headers });
});
