import { NextResponse } from "next/server";
import { getDb } from "#lib/db/client.ts";
import { encoded } from "#lib/exports/export-memories.ts";
import { type ExportFormat, exportFiles, exportFormats } from "#lib/exports/schema.ts";
import { parseFilter } from "#lib/memories/parse-filter.ts";

/** Downloads the memories that a filter holds: `?format=jsonl` and the query of /memories. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const format = searchParams.get("format") ?? "jsonl";
  searchParams.delete("format");
  return download(format, searchParams.toString(), request.signal);
}

/** The same for a form with `format` and `ids`: an address does not hold thousands of them. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const ids = text("ids").split(",").filter(Boolean);
  if (ids.length === 0) return refused("Name at least one memory in `ids`.");
  return download(text("format") || "jsonl", `ids=${ids.join(",")}`, request.signal);
}

function download(format: string, query: string, signal: AbortSignal): Response {
  if (!isFormat(format)) return refused(`"${format}" is no format. Use ${exportFormats.join(", ")}.`);
  const filter = parseFilter(query);
  if (!filter.ok) return refused(filter.error.message);
  const { ending, mediaType } = exportFiles[format];
  const bytes = encoded(getDb(), { format, filter: filter.value, signal });
  return new Response(streamOf(bytes), {
    headers: {
      "content-type": mediaType,
      "content-disposition": `attachment; filename="carryover-memories.${ending}"`,
      "cache-control": "no-store",
    },
  });
}

/** Pulled by the reader: the next page is read from the database when the last one was taken. */
function streamOf(chunks: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

function isFormat(text: string): text is ExportFormat {
  return (exportFormats as readonly string[]).includes(text);
}

function refused(message: string): Response {
  return NextResponse.json({ error: { code: "invalid", message } }, { status: 400 });
}
