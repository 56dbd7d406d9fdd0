import { streamDb } from "#lib/access/request-db.ts";
import { failureResponse, route } from "#lib/access/route.ts";
import { findOriginal } from "#lib/runs/read-original.ts";
import { toReadableStream } from "#lib/shared/to-readable-stream.ts";

type Context = { params: Promise<{ trialId: string }> };

/** The file that a trial was imported from, byte by byte: `?kind=result` or `trajectory`. Never shown, only saved. */
export const GET = route<Context>(async (request, context) => {
  const { trialId } = await context.params;
  const kind = new URL(request.url).searchParams.get("kind") ?? "result";
  const original = await findOriginal(streamDb(), trialId, kind);
  if (original === null)
    return failureResponse({
      code: "not_found",
      message: "No original is kept of this trial: import it again with originals switched on in Settings.",
    });
  const name = original.name.replace(/[^\w.-]/g, "_");
  const headers = {
    "content-type": "text/plain; charset=utf-8",
    "content-disposition": `attachment; filename="${name}"`,
    "content-length": String(original.size),
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  };
  if (request.method === "HEAD") return new Response(null, { headers });
  return new Response(toReadableStream(original.bytes()), { headers });
});
