import { requestDb } from "#lib/access/request-db.ts";
import { failureResponse, route } from "#lib/access/route.ts";
import { downloadPlan } from "#lib/reruns/download-plan.ts";

type Context = { params: Promise<{ planId: string }> };

/** A plan of reruns as `?format=json` (plan.json) or `?format=zip` (all of its files); `?round=2` for a second round. */
export const GET = route<Context>(async (request, { params }) => {
  const { searchParams } = new URL(request.url);
  const file = await downloadPlan(requestDb(), (await params).planId, {
    format: searchParams.get("format") ?? "json",
    round: searchParams.get("round") ?? "1",
  });
  if (!file.ok) return failureResponse(file.error);
  const { name, type, body } = file.value;
  return new Response(body, {
    headers: { "content-type": type, "content-disposition": `attachment; filename="${name}"` },
  });
});
