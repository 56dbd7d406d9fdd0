import type { NextRequest } from "next/server";
import { getDb } from "#lib/db/client.ts";
import { listTaskChoices } from "#lib/retrieval/queries.ts";
import { taskOption } from "#lib/retrieval/task-option.ts";

/** Tasks for the picker: `?q=words`. */
export async function GET(request: NextRequest): Promise<Response> {
  const { rows } = await listTaskChoices(getDb(), { q: request.nextUrl.searchParams.get("q") ?? "" });
  return Response.json({ options: rows.map(taskOption) });
}
