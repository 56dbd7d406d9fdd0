import { connection } from "next/server";
import { route } from "#lib/access/route.ts";
import { getDb } from "#lib/db/client.ts";
import { countActiveJobs } from "#lib/overview/queries.ts";

/** The number of waiting and running jobs, for the indicator in the header. */
export const GET = route(async () => {
  await connection();
  return Response.json({ activeJobs: await countActiveJobs(getDb()) });
});
