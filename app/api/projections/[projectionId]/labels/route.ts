import { connection } from "next/server";
import { answerByState } from "#lib/access/answer-by-state.ts";
import { requestDb } from "#lib/access/request-db.ts";
import { failureResponse, route } from "#lib/access/route.ts";
import { getKeptMapLabels } from "#lib/maps/map-labels.ts";
import { getMapState } from "#lib/maps/map-state.ts";

type Context = { params: Promise<{ projectionId: string }> };

/** The names of a map's clusters: `{labels: [{x, y, text, priority}]}` in the coordinates of the map. */
export const GET = route<Context>(async (request, context) => {
  await connection();
  const { projectionId } = await context.params;
  const db = requestDb();
  const state = await getMapState(db, projectionId);
  return answerByState(request, state, async (headers) => {
    const labels = await getKeptMapLabels(db, projectionId, state);
    if (!labels) {
      return failureResponse({
        code: "not_found",
        message: "There is no such map. Compute it on the map page.",
      });
    }
    return Response.json({ labels }, { headers });
  });
});
