import { findServers } from "./find-postgres.mjs";
import { startCluster } from "./start-cluster.mjs";

/**
 * A Postgres server with pgvector for the database tests: the one that CARRYOVER_TEST_DATABASE_URL
 * names, or a throw-away cluster of the programs on this machine.
 * @returns {Promise<{ url: string, stop: () => Promise<void> } | { skipped: string }>}
 */
export async function postgresForTests() {
  const named = process.env.CARRYOVER_TEST_DATABASE_URL;
  if (named) return { url: named, stop: async () => undefined };
  const [server] = findServers();
  if (!server?.hasVector) {
    const missing = server ? "pgvector is not installed for it" : "no Postgres server is installed";
    return { skipped: `${missing} (install it, or set CARRYOVER_TEST_DATABASE_URL to use another server)` };
  }
  console.log(`Starting a throw-away cluster of ${server.binDir} ...`);
  return startCluster(server.binDir);
}
