import { route } from "#lib/access/route.ts";
import { getDb } from "#lib/db/client.ts";
import { sourceOption } from "#lib/generation/source-option.ts";
import { listSourceChoices } from "#lib/generation/source-queries.ts";

/** Sources for the picker: `?q=words`. */
export const GET = route(async (request) => {
  const choices = await listSourceChoices(getDb(), new URL(request.url).searchParams.get("q") ?? "");
  return Response.json({ options: choices.map(sourceOption) });
});
