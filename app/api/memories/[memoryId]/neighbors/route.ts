import { connection } from "next/server";
import { getDb } from "#lib/db/client.ts";
import { listNeighbors } from "#lib/memories/neighbors.ts";
import { isMemoryId } from "#lib/memories/where.ts";

/** The memories nearest to one, with similarities: `{rows: [{id, title, type, benchmark, similarity}]}`. */
export async function GET(_request: Request, context: { params: Promise<{ memoryId: string }> }) {
  await connection();
  const { memoryId } = await context.params;
  if (!isMemoryId(memoryId)) {
    const message = `"${memoryId}" is no id of a memory.`;
    return Response.json({ error: { code: "invalid", message } }, { status: 400 });
  }
  return Response.json({ rows: await listNeighbors(getDb(), memoryId, 10) });
}
