import { NextResponse } from "next/server";
import { foreignRequestReason } from "#lib/access/foreign-request.ts";
import { readEnv } from "#lib/env.ts";
import { createUpload, writeUpload } from "#lib/imports/uploads.ts";
import type { Failure } from "#lib/shared/result.ts";

const STATUS: Partial<Record<Failure["code"], number>> = { invalid: 400, not_found: 404, forbidden: 403 };

/**
 * Receives the files of an upload, one a request, as the raw body: `POST /api/import` opens an upload,
 * `POST /api/import?upload=ID&path=PATH` adds a file to it. The proxy leaves this route out, for it would cut bodies;
 * so the check against foreign pages stands here.
 */
export async function POST(request: Request): Promise<Response> {
  const reason = foreignRequestReason(request.method, request.headers);
  if (reason) return refused({ code: "forbidden", message: reason });
  const { searchParams } = new URL(request.url);
  const id = searchParams.get("upload");
  const { dataDir } = readEnv();
  if (id === null) return NextResponse.json({ uploadId: await createUpload(dataDir) });
  const path = searchParams.get("path") ?? "";
  const written = await writeUpload(dataDir, { id, path, body: request.body });
  return written.ok ? NextResponse.json({ bytes: written.value }) : refused(written.error);
}

function refused(error: Failure): Response {
  return NextResponse.json({ error }, { status: STATUS[error.code] ?? 500 });
}
