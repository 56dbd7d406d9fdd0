import { connection } from "next/server";
import { requestDb } from "#lib/access/request-db.ts";
import { failureResponse, route } from "#lib/access/route.ts";
import { getMemory } from "#lib/memories/detail.ts";

type Context = { params: Promise<{ memoryId: string }> };

/** One memory with its content, findings and embeddings, as its page shows it. */
export const GET = route<Context>(async (_request, context) => {
  await connection();
  const { memoryId } = await context.params;
  const memory = await getMemory(requestDb(), memoryId);
  if (memory) return Response.json(memory);
  return failureResponse({ code: "not_found", message: `There is no memory "${memoryId.slice(0, 64)}".` });
});
