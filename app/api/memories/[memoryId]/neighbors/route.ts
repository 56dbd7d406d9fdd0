import { connection } from "next/server";
import { requestDb } from "#lib/access/request-db.ts";
import { failureResponse, route } from "#lib/access/route.ts";
import { listNeighbors } from "#lib/memories/memories-sql.ts";
import { getEditableMemory } from "#lib/memories/verbs/update-memory.ts";

type Context = { params: Promise<{ memoryId: string }> };

/** The memories nearest to one, with similarities: `{rows: [{id, title, type, benchmark, similarity}]}`. */
export const GET = route<Context>(async (_request, context) => {
  await connection();
  const { memoryId } = await context.params;
  const db = requestDb();
  if (!(await getEditableMemory(db, memoryId))) {
    return failureResponse({ code: "not_found", message: "There is no such memory in this pool." });
  }
  return Response.json({ rows: await listNeighbors(db, memoryId, 10) });
});
