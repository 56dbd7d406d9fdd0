import { connection } from "next/server";
import { answerByState } from "#lib/access/answer-by-state.ts";
import { requestDb } from "#lib/access/request-db.ts";
import { failureResponse, route } from "#lib/access/route.ts";
import { getMapFile } from "#lib/attribution/map-file.ts";
import { getMapState } from "#lib/maps/map-state.ts";

type Context = { params: Promise<{ projectionId: string }> };

/**
 * The points of a map as binary columns; see lib/maps/map-binary.ts for the layout. `?alignTo=ID` lays it onto
 * another map, `?gzip` packs the bytes.
 */
export const GET = route<Context>(async (request, context) => {
  await connection();
  const { projectionId } = await context.params;
  const { searchParams } = new URL(request.url);
  const alignTo = searchParams.get("alignTo") ?? undefined;
  const db = requestDb();
  const state = await getMapState(db, projectionId, alignTo);
  return answerByState(request, state, async (headers) => {
    const map = await getMapFile(db, { projectionId, alignTo }, state);
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
});
