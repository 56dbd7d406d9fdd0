import { streamDb } from "#lib/access/request-db.ts";
import { busyResponse, failureResponse, route } from "#lib/access/route.ts";
import { encoded } from "#lib/exports/export-memories.ts";
import { type ExportFormat, exportFiles, exportFormats } from "#lib/exports/schema.ts";
import { parseFilter } from "#lib/memories/parse-filter.ts";
import { limitConcurrency } from "#lib/shared/concurrency-limit.ts";
import { toReadableStream } from "#lib/shared/to-readable-stream.ts";

/** A row group of Parquet with its vectors is some 12 MB: two hundred downloads at once took gigabytes. */
const exportsAtOnce = limitConcurrency(3);

/** Downloads the memories that a filter holds: `?format=jsonl` and the query of /memories. */
export const GET = route(async (request) => {
  const { searchParams } = new URL(request.url);
  const format = searchParams.get("format") ?? "jsonl";
  searchParams.delete("format");
  return download(format, searchParams.toString(), request);
});

/** The same for a form with `format` and `ids`: an address does not hold thousands of them. */
export const POST = route(async (request) => {
  const form = await request.formData().catch(() => null);
  if (!form) return refused("Send a form: application/x-www-form-urlencoded or multipart/form-data.");
  const text = (name: string) => String(form.get(name) ?? "");
  const ids = text("ids").split(",").filter(Boolean);
  if (ids.length === 0) return refused("Name at least one memory in `ids`.");
  return download(text("format") || "jsonl", `ids=${ids.join(",")}`, request);
});

function download(format: string, query: string, { method, signal }: Request): Response {
  if (!isFormat(format)) return refused(`"${format}" is no format. Use ${exportFormats.join(", ")}.`);
  const filter = parseFilter(query);
  if (!filter.ok) return failureResponse(filter.error);
  const { ending, mediaType } = exportFiles[format];
  const headers = {
    "content-type": mediaType,
    "content-disposition": `attachment; filename="carryover-memories.${ending}"`,
    "cache-control": "no-store",
  };
  if (method === "HEAD") return new Response(null, { headers });
  const leave = exportsAtOnce.enter();
  if (!leave) return busyResponse("Other downloads are running. Try again when one of them is done.", 5);
  const bytes = encoded(streamDb(), { format, filter: filter.value, signal });
  return new Response(toReadableStream(untilDone(bytes, leave), leave), { headers });
}

/** Leaves at the end and after a failure; a reader who goes before the first chunk is told of by the stream. */
async function* untilDone<T>(chunks: AsyncIterable<T>, leave: () => void): AsyncGenerator<T> {
  try {
    yield* chunks;
  } finally {
    leave();
  }
}

function isFormat(text: string): text is ExportFormat {
  return (exportFormats as readonly string[]).includes(text);
}

function refused(message: string): Response {
  return failureResponse({ code: "invalid", message });
}
