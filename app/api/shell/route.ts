import { connection } from "next/server";
import { getDb } from "#lib/db/client.ts";
import { countActiveJobs } from "#lib/overview/queries.ts";

/** The number of waiting and running jobs, for the indicator in the header. */
export async function GET(): Promise<Response> {
  await connection();
  return Response.json({ activeJobs: await countActiveJobs(getDb()) });
}
