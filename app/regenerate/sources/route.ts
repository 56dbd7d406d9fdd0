import type { NextRequest } from "next/server";
import { getDb } from "#lib/db/client.ts";
import { sourceOption } from "#lib/generation/source-option.ts";
import { listSourceChoices } from "#lib/generation/source-queries.ts";

/** Sources for the picker: `?q=words`. */
export async function GET(request: NextRequest): Promise<Response> {
  const choices = await listSourceChoices(getDb(), request.nextUrl.searchParams.get("q") ?? "");
  return Response.json({ options: choices.map(sourceOption) });
}
