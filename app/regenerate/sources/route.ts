import { requestDb } from "#lib/access/request-db.ts";
import { route } from "#lib/access/route.ts";
import { sourceOption } from "#lib/generation/source-option.ts";
import { listSourceChoices } from "#lib/generation/source-queries.ts";

/** Sources for the picker: `?q=words`. */
export const GET = route(async (request) => {
  const choices = await listSourceChoices(requestDb(), new URL(request.url).searchParams.get("q") ?? "");
  return Response.json({ options: choices.map(sourceOption) });
});
