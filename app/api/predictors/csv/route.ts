import { requestDb } from "#lib/access/request-db.ts";
import { route } from "#lib/access/route.ts";
import { predictorsCsv } from "#lib/predictors/predictors-csv.ts";
import { getPredictors } from "#lib/predictors/queries.ts";

/** The table of /predictors as CSV. */
export const GET = route(async () => {
  const { rows } = await getPredictors(requestDb());
  return new Response(predictorsCsv(rows), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="predictors.csv"',
    },
  });
});
