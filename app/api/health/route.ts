import { route } from "#lib/access/route.ts";
import { getDb } from "#lib/db/client.ts";

/** Answers once the pages can: the database is asked, not only the web server. */
export const GET = route(async () => {
  await getDb().$queryRaw`SELECT 1`;
  return Response.json({ ok: true });
});
export const dynamic = "force-dynamic";
