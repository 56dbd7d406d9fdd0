import { requestDb } from "#lib/access/request-db.ts";
import { route } from "#lib/access/route.ts";
import { pingDatabase } from "#lib/db/server.ts";

/** Answers once the pages can: the database is asked, not only the web server. */
export const GET = route(async () => {
  await pingDatabase(requestDb());
  return Response.json({ ok: true });
});
export const dynamic = "force-dynamic";
