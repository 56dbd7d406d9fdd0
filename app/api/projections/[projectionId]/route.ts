import { connection } from "next/server";
import { getDb } from "#lib/db/client.ts";
import { encodeMap } from "#lib/projections/map-binary.ts";
import { getMapPoints } from "#lib/projections/map-points.ts";

/** The points of a map as binary columns; see lib/projections/map-binary.ts for the layout. */
export async function GET(_request: Request, context: { params: Promise<{ projectionId: string }> }) {
  await connection();
  const { projectionId } = await context.params;
  const points = await getMapPoints(getDb(), projectionId);
  if (!points) {
    return Response.json(
      { error: { code: "not_found", message: "There is no such map. Compute it on the map page." } },
      { status: 404 },
    );
  }
  return new Response(encodeMap(points), { headers: { "Content-Type": "application/octet-stream" } });
}
