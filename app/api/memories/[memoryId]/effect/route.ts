import { connection } from "next/server";
import { requestDb } from "#lib/access/request-db.ts";
import { failureResponse, route } from "#lib/access/route.ts";
import { getEffectWithLosses } from "#lib/attribution/lost-with-memory.ts";
import { getEditableMemory } from "#lib/memories/verbs/update-memory.ts";

type Context = { params: Promise<{ memoryId: string }> };

/** What became of the tasks one memory was shown at: `{effect, lost: [{taskId, benchmark, taskName, checksum}]}`. */
export const GET = route<Context>(async (_request, context) => {
  await connection();
  const { memoryId } = await context.params;
  const db = requestDb();
  if (!(await getEditableMemory(db, memoryId))) {
    return failureResponse({ code: "not_found", message: "There is no such memory in this pool." });
  }
  return Response.json(await getEffectWithLosses(db, memoryId));
});
