import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";

/** Where a running embedded database answers: a directory with a Unix socket, or loopback TCP. */
const endpointSchema = z.object({ host: z.string(), port: z.number().int() });
export type Endpoint = z.infer<typeof endpointSchema>;

/** The longest Unix socket path that Linux and macOS both take, in bytes. */
const maxSocketPath = 103;
const socketPort = 5432;

function endpointFile(dataDir: string): string {
  return join(dataDir, "database.json");
}

/** Path of the socket file; Postgres clients derive it from directory and port. */
export function socketPath(endpoint: Endpoint): string {
  return join(endpoint.host, `.s.PGSQL.${endpoint.port}`);
}

export function isSocket(endpoint: Endpoint): boolean {
  return endpoint.host.startsWith("/");
}

/**
 * Chooses where the embedded database will listen: a Unix socket in the data directory (mode 0700),
 * in a private temporary directory where that path would be too long, or, where there are no Unix
 * sockets, a free loopback port (0).
 */
export function chooseEndpoint(dataDir: string): Endpoint {
  if (process.platform === "win32") return { host: "127.0.0.1", port: 0 };
  const own = { host: join(dataDir, "socket"), port: socketPort };
  if (Buffer.byteLength(socketPath(own)) > maxSocketPath) {
    return { host: mkdtempSync(join(tmpdir(), "carryover-")), port: socketPort };
  }
  mkdirSync(own.host, { recursive: true, mode: 0o700 });
  // A socket file left by a killed owner; the lock says that nobody listens there any more.
  rmSync(socketPath(own), { force: true });
  return own;
}

export function writeEndpoint(dataDir: string, endpoint: Endpoint): void {
  const path = endpointFile(dataDir);
  writeFileSync(`${path}.new`, JSON.stringify(endpoint), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** The endpoint of the embedded database of this data directory, or null when none is announced. */
export function readEndpoint(dataDir: string): Endpoint | null {
  const path = endpointFile(dataDir);
  if (!existsSync(path)) return null;
  const parsed = endpointSchema.safeParse(JSON.parse(readFileSync(path, "utf8")));
  return parsed.success ? parsed.data : null;
}

export function removeEndpoint(dataDir: string): void {
  rmSync(endpointFile(dataDir), { force: true });
}
