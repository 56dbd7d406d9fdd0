import { checkServer } from "#lib/db/check-server.ts";
import { getDb, type RootDb } from "#lib/db/client.ts";
import { connectionConfig } from "#lib/db/connection.ts";
import { ensureEmbeddedDatabase } from "#lib/db/ensure-embedded-database.ts";
import { migrate } from "#lib/db/migrate.ts";
import { describeOutage } from "#lib/db/outage.ts";
import type { Env } from "#lib/env.ts";
import { installQueue } from "#lib/jobs/queue.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { withBaselineWasm } from "./baseline-wasm.ts";

/** isOwner: no other process uses the database, so nobody else does its jobs. */
export type OpenDatabase = { db: RootDb; isOwner: boolean; close: () => Promise<void> };

/**
 * The database of this environment, up to date: the server of `DATABASE_URL`, the embedded one that
 * `npm start` runs, or the embedded one run by this process until `close`.
 */
export async function openDatabase(env: Env): Promise<Result<OpenDatabase>> {
  if (env.databaseUrl) {
    const checked = await checkServer(env.databaseUrl);
    if (!checked.ok) return checked;
    return prepared(false, async () => undefined);
  }
  const own = await withBaselineWasm(() => ensureEmbeddedDatabase(env.dataDir));
  if (!own.ok) return own;
  return prepared(own.value !== null, own.value?.stop ?? (async () => undefined));
}

async function prepared(isOwner: boolean, stop: () => Promise<void>): Promise<Result<OpenDatabase>> {
  const db = getDb();
  const close = async () => {
    await db.$disconnect();
    await stop();
  };
  try {
    await migrate(connectionConfig());
    await installQueue(connectionConfig());
    return ok({ db, isOwner, close });
  } catch (error) {
    await close();
    const first = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    const text = describeOutage(error) ?? first;
    return err("unavailable", `The database could not be brought up to date: ${text}`);
  }
}
