import { streamDb } from "#lib/access/request-db.ts";
import { failureResponse, route } from "#lib/access/route.ts";
import { downloadMemories } from "#lib/exports/download-memories.ts";

/** Downloads the memories that a filter holds: `?format=jsonl` and the query of /memories. */
export const GET = route(async (request) => {
  const { searchParams } = new URL(request.url);
  const format = searchParams.get("format") ?? "jsonl";
  searchParams.delete("format");
  return downloadMemories(streamDb(), { format, query: searchParams.toString() }, request);
});

/** The same for a form with `format` and `ids`: an address does not hold thousands of them. */
export const POST = route(async (request) => {
  const form = await request.formData().catch(() => null);
  if (!form) return refused("Send a form: application/x-www-form-urlencoded or multipart/form-data.");
  const text = (name: string) => String(form.get(name) ?? "");
  const ids = text("ids").split(",").filter(Boolean);
  if (ids.length === 0) return refused("Name at least one memory in `ids`.");
  return downloadMemories(
    streamDb(),
    { format: text("format") || "jsonl", query: `ids=${ids.join(",")}` },
    request,
  );
});

function refused(message: string): Response {
  return failureResponse({ code: "invalid", message });
}
