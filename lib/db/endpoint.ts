import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
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
 * Where the embedded database of a data directory listens, the same after every restart, so that whoever knows it finds
 * it again: a Unix socket in the data directory; where that path would be too long, in a folder named by a hash of it
 * below the temporary directory; where there are no Unix sockets, the loopback port of last time, or a free one (0).
 */
export function endpointOf(dataDir: string): Endpoint {
  if (process.platform === "win32") return { host: "127.0.0.1", port: readEndpoint(dataDir)?.port ?? 0 };
  const key = createHash("sha256").update(dataDir).digest("hex").slice(0, 16);
  const folder = `carryover-${process.getuid?.() ?? 0}-${key}`;
  const candidates = [join(dataDir, "socket"), join(tmpdir(), folder), join("/tmp", folder)];
  const endpoints = candidates.map((host) => ({ host, port: socketPort }));
  const short = endpoints.find((each) => Buffer.byteLength(socketPath(each)) <= maxSocketPath);
  return short ?? { host: join("/tmp", folder), port: socketPort };
}

/**
 * Makes ready the folder of a socket: only this user may enter it.
 * @throws Error when a folder of that name is somebody else's, or open to others
 */
export function prepareEndpoint(endpoint: Endpoint): void {
  if (!isSocket(endpoint)) return;
  mkdirSync(endpoint.host, { recursive: true, mode: 0o700 });
  if (!isPrivate(endpoint.host)) {
    throw new Error(
      `${endpoint.host} is not a folder that this user alone may enter; remove it, or set TMPDIR to a directory of your own`,
    );
  }
  // A socket file left by a killed owner; the lock says that nobody listens there any more.
  rmSync(socketPath(endpoint), { force: true });
}

/** Whether a path is a folder, no link, of this user, that nobody else may enter. */
export function isPrivate(path: string): boolean {
  const found = lstatSync(path);
  return found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o077) === 0;
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
  try {
    const parsed = endpointSchema.safeParse(JSON.parse(readFileSync(path, "utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    // Removed meanwhile, or cut short.
    return null;
  }
}

export function removeEndpoint(dataDir: string): void {
  rmSync(endpointFile(dataDir), { force: true });
}
