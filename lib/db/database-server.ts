import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { vector } from "@electric-sql/pglite-pgvector";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { withAtomicRequests } from "./atomic-requests.ts";
import { freeBytes, leastFreeBytes } from "./disk-space.ts";
import { EmbeddedDatabase } from "./embedded-database.ts";
import {
  type Endpoint,
  endpointOf,
  isSocket,
  prepareEndpoint,
  removeEndpoint,
  socketPath,
  writeEndpoint,
} from "./endpoint.ts";
import { acquireLock } from "./lock.ts";

export type DatabaseServer = { endpoint: Endpoint; stop: () => Promise<void> };

const maxConnections = 40;

/**
 * Opens the embedded database of a data directory and serves it on a socket. One owner per
 * directory: a lock beside it is held until `stop`. Should Postgres itself end, so does this process, with a sentence.
 * @returns the running server, or why the directory can't be had (unwritable, full, locked, damaged)
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
  const free = freeBytes(dataDir);
  if (free < leastFreeBytes) {
    return err(
      "unavailable",
      `The disk of ${dataDir} is full: ${Math.floor(free / 1e6)} MB are free and the database needs ${leastFreeBytes / 1e6}. Free some space, or set CARRYOVER_DATA_DIR to another disk.`,
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
  const end = (error: unknown) => endProcess(dataDir, error);
  const db = new EmbeddedDatabase({ dataDir: join(dataDir, "pgdata"), extensions: { vector } }, end);
  await db.waitReady;
  await db.exec("CREATE EXTENSION IF NOT EXISTS vector");
  const chosen = endpointOf(dataDir);
  prepareEndpoint(chosen);
  const listen = isSocket(chosen) ? { path: socketPath(chosen) } : chosen;
  const server = new PGLiteSocketServer({ db: withAtomicRequests(db, end), maxConnections, ...listen });
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

/** Nothing may run after Postgres ended, not even an orderly stop: what was written is safe in its log. */
function endProcess(dataDir: string, error: unknown): never {
  const free = freeBytes(dataDir);
  const why = free < leastFreeBytes ? "its disk is full" : reason(error);
  console.error(`The embedded database in ${dataDir} ended (${why}).`);
  process.exit(1);
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
