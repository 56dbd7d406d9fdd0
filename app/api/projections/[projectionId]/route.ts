import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { connection } from "next/server";
import { requestDb } from "#lib/access/request-db.ts";
import { failureResponse, route } from "#lib/access/route.ts";
import { listMemoryEffects } from "#lib/attribution/memory-effects.ts";
import { encodeMap } from "#lib/maps/map-binary.ts";
import { getMapPoints } from "#lib/maps/map-points.ts";
import { getMapState } from "#lib/maps/map-state.ts";
import { memoizeAsync } from "#lib/shared/memoize-async.ts";

type Context = { params: Promise<{ projectionId: string }> };
type MapFile = { bytes: Uint8Array<ArrayBuffer>; packed: Uint8Array<ArrayBuffer> };

const compress = promisify(gzip);
/** By their state: one page asks for five. */
const keepMap = memoizeAsync<MapFile | null>(12);

/**
 * The points of a map as binary columns; see lib/maps/map-binary.ts for the layout. `?alignTo=ID` lays it onto
 * another map, `?gzip` packs the bytes.
 */
export const GET = route<Context>(async (request, context) => {
  await connection();
  const { projectionId } = await context.params;
  const { searchParams } = new URL(request.url);
  const alignTo = searchParams.get("alignTo") ?? undefined;
  const state = await getMapState(requestDb(), projectionId, alignTo);
  const headers = { "Cache-Control": "private, no-cache", ETag: `"${state}"` };
  if (request.headers.get("if-none-match") === headers.ETag) {
    return new Response(null, { status: 304, headers });
  }
  const map = await keepMap(state, () => makeMap(projectionId, alignTo));
  if (!map) {
    return failureResponse({
      code: "not_found",
      message: "There is no such map. Compute it on the map page.",
    });
  }
  // Not as Content-Encoding: the framework takes that header away.
  return searchParams.has("gzip")
    ? new Response(map.packed, { headers: { ...headers, "Content-Type": "application/gzip" } })
    : new Response(map.bytes, { headers: { ...headers, "Content-Type": "application/octet-stream" } });
});

async function makeMap(projectionId: string, alignTo: string | undefined): Promise<MapFile | null> {
  const db = requestDb();
  const points = await getMapPoints(db, projectionId, { alignTo, effects: await listMemoryEffects(db) });
  if (!points) return null;
  const bytes = encodeMap(points);
  // The fastest level: columns of numbers hardly get smaller by trying harder.
  return { bytes, packed: new Uint8Array(await compress(bytes, { level: 1 })) };
}
