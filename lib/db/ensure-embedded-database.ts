import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { type DatabaseServer, startDatabaseServer } from "./database-server.ts";
import { readEndpoint } from "./endpoint.ts";
import { lockHolder } from "./lock.ts";

const waitMs = 60_000;
const lookEveryMs = 250;
const connectWithinMs = 5000;

/**
 * Sees to it that the embedded database of a directory can be reached: the one that runs, or one run by this process.
 * While `npm start` has the directory, its database is waited for, and never opened in its place.
 * @returns the server that this process has to stop, or null when somebody else runs it
 */
export async function ensureEmbeddedDatabase(
  dataDir: string,
  withinMs = waitMs,
): Promise<Result<DatabaseServer | null>> {
  const until = Date.now() + withinMs;
  for (;;) {
    const keeper = lockHolder(dataDir, "launcher");
    if (keeper === null && lockHolder(dataDir) === null) {
      const opened = await startDatabaseServer(dataDir);
      // Somebody was faster: that one's will do.
      if (opened.ok || opened.error.code !== "conflict") return opened;
    } else if (await answers(dataDir)) return ok(null);
    if (Date.now() > until) {
      const who = keeper ?? lockHolder(dataDir);
      return err(
        "unavailable",
        `The database in ${dataDir} does not answer; process ${who} has it. See that one's messages, or stop it and try again.`,
      );
    }
    await sleep(lookEveryMs);
  }
}

async function answers(dataDir: string): Promise<boolean> {
  const endpoint = readEndpoint(dataDir);
  if (!endpoint) return false;
  const where = { ...endpoint, user: "postgres", database: "postgres" };
  const client = new Client({ ...where, connectionTimeoutMillis: connectWithinMs });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
