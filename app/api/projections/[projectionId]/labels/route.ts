import { connection } from "next/server";
import { getDb } from "#lib/db/client.ts";
import { getMapLabels } from "#lib/projections/map-labels.ts";

/** The names of a map's clusters: `{labels: [{x, y, text, priority}]}` in the coordinates of the map. */
export async function GET(_request: Request, context: { params: Promise<{ projectionId: string }> }) {
  await connection();
  const labels = await getMapLabels(getDb(), (await context.params).projectionId);
  if (!labels) {
    const message = "There is no such map. Compute it on the map page.";
    return Response.json({ error: { code: "not_found", message } }, { status: 404 });
  }
  return Response.json({ labels });
}
