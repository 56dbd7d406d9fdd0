import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { connection } from "next/server";
import { getDb } from "#lib/db/client.ts";
import { encodeMap } from "#lib/projections/map-binary.ts";
import { getMapPoints } from "#lib/projections/map-points.ts";
import { listMemoryEffects } from "#lib/transfer/memory-effects.ts";

const compress = promisify(gzip);

/**
 * The points of a map as binary columns; see lib/projections/map-binary.ts for the layout. `?alignTo=ID` lays it onto
 * another map, `?gzip` packs the bytes.
 */
export async function GET(request: Request, context: { params: Promise<{ projectionId: string }> }) {
  await connection();
  const { projectionId } = await context.params;
  const alignTo = new URL(request.url).searchParams.get("alignTo") ?? undefined;
  const db = getDb();
  const points = await getMapPoints(db, projectionId, { alignTo, effects: await listMemoryEffects(db) });
  if (!points) {
    return Response.json(
      { error: { code: "not_found", message: "There is no such map. Compute it on the map page." } },
      { status: 404 },
    );
  }
  return answer(encodeMap(points), request);
}

/** The bytes, packed where that is asked for; nothing where the browser has them already. */
async function answer(bytes: Uint8Array<ArrayBuffer>, request: Request): Promise<Response> {
  const etag = `"${createHash("sha256").update(bytes).digest("base64url")}"`;
  const headers = { "Cache-Control": "private, no-cache", ETag: etag };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  // Not as Content-Encoding: the framework takes that header away.
  if (!new URL(request.url).searchParams.has("gzip")) {
    return new Response(bytes, { headers: { ...headers, "Content-Type": "application/octet-stream" } });
  }
  // The fastest level: columns of numbers hardly get smaller by trying harder.
  const packed = new Uint8Array(await compress(bytes, { level: 1 }));
  return new Response(packed, { headers: { ...headers, "Content-Type": "application/gzip" } });
}
