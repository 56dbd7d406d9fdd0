import { requestDb } from "#lib/access/request-db.ts";
import { route } from "#lib/access/route.ts";
import { listTaskChoices } from "#lib/retrieval/queries.ts";
import { taskOption } from "#lib/retrieval/task-option.ts";

/** Tasks for the picker: `?q=words`. */
export const GET = route(async (request) => {
  const { rows } = await listTaskChoices(requestDb(), {
    q: new URL(request.url).searchParams.get("q") ?? "",
  });
  return Response.json({ options: rows.map(taskOption) });
});
