import { requestDb } from "#lib/access/request-db.ts";
import { route } from "#lib/access/route.ts";

/** Answers once the pages can: the database is asked, not only the web server. */
export const GET = route(async () => {
  await requestDb().$queryRaw`SELECT 1`;
  return Response.json({ ok: true });
});
export const dynamic = "force-dynamic";
