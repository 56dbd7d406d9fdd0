import { connection } from "next/server";
import { getDb } from "#lib/db/client.ts";
import { getMemory } from "#lib/memories/detail.ts";

/** One memory with its content, findings and embeddings, as its page shows it. */
export async function GET(_request: Request, context: { params: Promise<{ memoryId: string }> }) {
  await connection();
  const { memoryId } = await context.params;
  const memory = await getMemory(getDb(), memoryId);
  if (memory) return Response.json(memory);
  const message = `There is no memory "${memoryId.slice(0, 64)}".`;
  return Response.json({ error: { code: "not_found", message } }, { status: 404 });
}
