import { connection } from "next/server";
import { getDb } from "#lib/db/client.ts";
import { encodeMap } from "#lib/projections/map-binary.ts";
import { getMapPoints } from "#lib/projections/map-points.ts";
import { listMemoryEffects } from "#lib/transfer/memory-effects.ts";

/** The points of a map as binary columns; see lib/projections/map-binary.ts for the layout. `?alignTo=ID` lays it onto another map. */
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
  return new Response(encodeMap(points), { headers: { "Content-Type": "application/octet-stream" } });
}
