import { busyResponse, failureResponse } from "#lib/access/route.ts";
import type { RootDb } from "#lib/db/client.ts";
import { parseFilter } from "#lib/memories/parse-filter.ts";
import { limitConcurrency } from "#lib/shared/concurrency-limit.ts";
import { toReadableStream } from "#lib/shared/to-readable-stream.ts";
import { encoded } from "./export-memories.ts";
import { type ExportFormat, exportFiles, exportFormats } from "./schema.ts";

/** A row group of Parquet with its vectors is some 12 MB: two hundred downloads at once took gigabytes. */
const exportsAtOnce = limitConcurrency(3);

/** `query`: the filter, as in the address of /memories. */
export type Download = { format: string; query: string };

/**
 * Streams the memories that a filter holds as a file. Three at once; the next is told when to come again.
 * @returns 200 with the file, 400 where format or filter is none, 503 where others are downloading
 */
export function downloadMemories(
  db: RootDb,
  { format, query }: Download,
  { method, signal }: Request,
): Response {
  if (!isFormat(format)) {
    return failureResponse({
      code: "invalid",
      message: `"${format}" is no format. Use ${exportFormats.join(", ")}.`,
    });
  }
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
  const bytes = encoded(db, { format, filter: filter.value, signal });
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
