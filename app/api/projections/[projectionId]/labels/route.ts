import { connection } from "next/server";
import { requestDb } from "#lib/access/request-db.ts";
import { failureResponse, route } from "#lib/access/route.ts";
import { getMapLabels } from "#lib/maps/map-labels.ts";
import { getMapState } from "#lib/maps/map-state.ts";
import { memoizeAsync } from "#lib/shared/memoize-async.ts";

const keepLabels = memoizeAsync<Awaited<ReturnType<typeof getMapLabels>>>(20);

type Context = { params: Promise<{ projectionId: string }> };

/** The names of a map's clusters: `{labels: [{x, y, text, priority}]}` in the coordinates of the map. */
export const GET = route<Context>(async (request, context) => {
  await connection();
  const { projectionId } = await context.params;
  const db = requestDb();
  // The browser keeps the names as long as nothing changes.
  const etag = `"${await getMapState(db, projectionId)}"`;
  const headers = { "Cache-Control": "private, no-cache", ETag: etag };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  const labels = await keepLabels(etag, () => getMapLabels(db, projectionId));
  if (!labels) {
    return failureResponse({
      code: "not_found",
      message: "There is no such map. Compute it on the map page.",
    });
  }
  return Response.json({ labels }, { headers });
});
