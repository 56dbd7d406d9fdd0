import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { err, ok, type Result } from "#lib/shared/result.ts";
import {
  chooseEndpoint,
  type Endpoint,
  isSocket,
  removeEndpoint,
  socketPath,
  writeEndpoint,
} from "./endpoint.ts";
import { acquireLock } from "./lock.ts";
import { wholeRequests } from "./whole-requests.ts";

export type DatabaseServer = { endpoint: Endpoint; stop: () => Promise<void> };

const maxConnections = 40;

/**
 * Opens the embedded database of a data directory and serves it on a socket. One owner per
 * directory: a lock beside it is held until `stop`.
 * @returns the running server, or why the directory can't be had (unwritable, locked, damaged)
 */
export async function startDatabaseServer(dataDir: string): Promise<Result<DatabaseServer>> {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    return err(
      "unavailable",
      `Cannot create the data directory ${dataDir}: ${reason(error)}. Make its parent writable, or set CARRYOVER_DATA_DIR.`,
    );
  }
  const lock = acquireLock(dataDir);
  if (!lock.ok) return lock;
  try {
    return ok(await serve(dataDir, lock.value));
  } catch (error) {
    lock.value();
    return err(
      "unavailable",
      `The embedded database in ${join(dataDir, "pgdata")} does not open: ${reason(error)}. Move that directory away to start anew, or restore a backup of it.`,
    );
  }
}

async function serve(dataDir: string, unlock: () => void): Promise<DatabaseServer> {
  const db = await PGlite.create({ dataDir: join(dataDir, "pgdata"), extensions: { vector } });
  await db.exec("CREATE EXTENSION IF NOT EXISTS vector");
  const chosen = chooseEndpoint(dataDir);
  const listen = isSocket(chosen) ? { path: socketPath(chosen) } : chosen;
  const server = new PGLiteSocketServer({ db: wholeRequests(db), maxConnections, ...listen });
  await server.start();
  const endpoint = isSocket(chosen)
    ? chosen
    : { ...chosen, port: Number(server.getServerConn().split(":").at(-1)) };
  writeEndpoint(dataDir, endpoint);
  const stop = async () => {
    removeEndpoint(dataDir);
    await server.stop();
    await db.close();
    if (isSocket(endpoint) && !endpoint.host.startsWith(dataDir))
      rmSync(endpoint.host, { recursive: true, force: true });
    unlock();
  };
  return { endpoint, stop };
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
