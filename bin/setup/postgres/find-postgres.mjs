import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

/**
 * @typedef {{ binDir: string, hasVector: boolean }} Server programs of a Postgres server on this machine
 */

/** @returns {Server[]} those with pgvector first, then the newest */
export function findServers() {
  return candidates()
    .filter((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")))
    .map((binDir) => ({ binDir, hasVector: hasVector(binDir) }))
    .sort((a, b) => Number(b.hasVector) - Number(a.hasVector));
}

function candidates() {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const onPath = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return [...versions.map((version) => join(debian, version, "bin")), ...onPath];
}

/** Whether the server's extensions hold pgvector. Debian's pg_config is in another package than the server. */
function hasVector(binDir) {
  const asked = spawnSync(join(binDir, "pg_config"), ["--sharedir"], { encoding: "utf8" });
  const debian = binDir.replace("/lib/", "/share/").replace(/\/bin$/, "");
  const shared = [asked.stdout?.trim(), debian, join(dirname(binDir), "share", "postgresql")];
  return shared.some((folder) => folder && existsSync(join(folder, "extension", "vector.control")));
}
