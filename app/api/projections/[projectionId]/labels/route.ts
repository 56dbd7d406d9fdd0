import { connection } from "next/server";
import { getDb } from "#lib/db/client.ts";
import { getMapLabels } from "#lib/projections/map-labels.ts";
import { getMapState } from "#lib/projections/map-state.ts";

/** The names of a map's clusters: `{labels: [{x, y, text, priority}]}` in the coordinates of the map. */
export async function GET(request: Request, context: { params: Promise<{ projectionId: string }> }) {
  await connection();
  const { projectionId } = await context.params;
  const db = getDb();
  // The browser keeps the names as long as nothing changes.
  const etag = `"${await getMapState(db, projectionId)}"`;
  const headers = { "Cache-Control": "private, no-cache", ETag: etag };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  const labels = await getMapLabels(db, projectionId);
  if (!labels) {
    const message = "There is no such map. Compute it on the map page.";
    return Response.json({ error: { code: "not_found", message } }, { status: 404 });
  }
  return Response.json({ labels }, { headers });
}
