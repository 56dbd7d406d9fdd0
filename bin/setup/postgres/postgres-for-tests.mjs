import { existsSync } from "node:fs";
import { findServers } from "./find-postgres.mjs";
import { installPostgres } from "./install-postgres.mjs";
import { startCluster } from "./start-cluster.mjs";

/**
 * A Postgres server with pgvector for the database tests: the one that CARRYOVER_TEST_DATABASE_URL
 * names, or a throw-away cluster of the programs on this machine. On a CI machine (CI=true, root, apt)
 * what is missing is installed first.
 * @returns {Promise<{ url: string, stop: () => Promise<void> } | { skipped: string }>}
 */
export async function postgresForTests() {
  const named = process.env.CARRYOVER_TEST_DATABASE_URL;
  if (named) return { url: named, stop: async () => undefined };
  const [before] = findServers();
  if (!before?.hasVector) {
    const missing = before ? "pgvector is not installed for it" : "no Postgres server is installed";
    if (!mayInstall())
      return { skipped: `${missing} (set CARRYOVER_TEST_DATABASE_URL to use another server)` };
    console.log(`Installing what the tests on Postgres need: ${missing} ...`);
    installPostgres();
  }
  const [server] = findServers();
  if (!server?.hasVector) return { skipped: "pgvector could not be installed" };
  console.log(`Starting a throw-away cluster of ${server.binDir} ...`);
  return startCluster(server.binDir);
}

/** Only a machine that belongs to the tests gets system packages without being asked. */
export function mayInstall() {
  return process.env.CI === "true" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}
