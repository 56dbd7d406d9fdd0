import { connection } from "next/server";
import { requestDb } from "#lib/access/request-db.ts";
import { failureResponse, route } from "#lib/access/route.ts";
import { isMemoryId } from "#lib/memories/memory-id.ts";
import { listMemories } from "#lib/memories/queries.ts";

const mostIds = 100;

/** GET ?ids=a,b,c: the table rows of a few memories, for hover cards and selections. */
export const GET = route(async (request) => {
  await connection();
  const asked = new URL(request.url).searchParams.get("ids") ?? "";
  const ids = asked.split(",").filter(isMemoryId).slice(0, mostIds);
  if (ids.length === 0) {
    return failureResponse({ code: "invalid", message: `Name one to ${mostIds} memories: ?ids=ID,ID` });
  }
  const { rows } = await listMemories(requestDb(), { ids, pageSize: mostIds });
  return Response.json({ rows });
});
