import { failureResponse, route } from "#lib/access/route.ts";
import { readEnv } from "#lib/env.ts";
import { createUpload, writeUpload } from "#lib/imports/uploads.ts";

/** A file of a gigabyte from a slow disk. */
const withinMs = 600_000;

/**
 * Receives the files of an upload, one a request, as the raw body: `POST /api/import` opens an upload,
 * `POST /api/import?upload=ID&path=PATH` adds a file to it. The proxy leaves this route out, for it would cut bodies.
 */
export const POST = route(
  async (request) => {
    const { searchParams } = new URL(request.url);
    const id = searchParams.get("upload");
    const { dataDir } = readEnv();
    if (id === null) return Response.json({ uploadId: await createUpload(dataDir) });
    const path = searchParams.get("path") ?? "";
    const written = await writeUpload(dataDir, { id, path, body: request.body });
    return written.ok ? Response.json({ bytes: written.value }) : failureResponse(written.error);
  },
  { body: false, withinMs },
);
