import { connection } from "next/server";
import { requestDb } from "#lib/access/request-db.ts";
import { route } from "#lib/access/route.ts";
import { countActiveJobs } from "#lib/overview/queries.ts";

/** The number of waiting and running jobs, for the indicator in the header. */
export const GET = route(async () => {
  await connection();
  return Response.json({ activeJobs: await countActiveJobs(requestDb()) });
});
