import { existsSync } from "node:fs";
import { endpointOf, isPrivate, isSocket, socketPath } from "#lib/db/endpoint.ts";
import { lockHolder, lockPath } from "#lib/db/lock.ts";
import { type Check, fine, problem } from "./check.ts";

/** Who has the data directory of the embedded database, and where that one is reached. */
export function checkDataDirectory(dataDir: string): Check[] {
  return [checkOwner(dataDir), ...checkSocket(dataDir)];
}

function checkOwner(dataDir: string): Check {
  const [launcher, owner] = [lockHolder(dataDir, "launcher"), lockHolder(dataDir)];
  const isStale = owner === null && existsSync(lockPath(dataDir));
  const found = [
    dataDir,
    owner === null ? "not in use" : `used by process ${owner}`,
    ...(launcher === null ? [] : [`npm start is process ${launcher}`]),
    ...(isStale ? ["locked by a process that has ended: the next start takes it over"] : []),
  ];
  return fine("Data directory", found.join(", "));
}

function checkSocket(dataDir: string): Check[] {
  const endpoint = endpointOf(dataDir);
  if (!isSocket(endpoint)) return [];
  if (!existsSync(endpoint.host) || isPrivate(endpoint.host)) return [fine("Socket", socketPath(endpoint))];
  return [
    problem(
      "Socket",
      `${endpoint.host} is accessible to other users, or is not yours`,
      "Remove it; npm start recreates it.",
    ),
  ];
}
