import { Client } from "pg";
import { err, ok, type Result } from "#lib/shared/result.ts";

const connectWithinMs = 8000;

/**
 * Whether a Postgres server answers at this address and has pgvector, which is created there when it
 * is installed but not yet part of the database.
 * @returns nothing, or one sentence that never holds the password
 */
export async function checkServer(databaseUrl: string): Promise<Result<void>> {
  const address = publicAddress(databaseUrl);
  if (!address) {
    return err("invalid", "DATABASE_URL is not a Postgres address like postgresql://user@host:5432/name.");
  }
  const client = new Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: connectWithinMs,
  });
  // A connection that breaks later would otherwise end the process.
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    return err(
      "unavailable",
      `Cannot reach DATABASE_URL (${address}): ${reason(error)}. Start that server, or unset DATABASE_URL to use the embedded database.`,
    );
  }
  try {
    return await checkVector(client, address);
  } finally {
    await client.end();
  }
}

async function checkVector(client: Client, address: string): Promise<Result<void>> {
  const { rows } = await client.query<{ installed_version: string | null }>(
    "SELECT installed_version FROM pg_available_extensions WHERE name = 'vector'",
  );
  const [extension] = rows;
  if (!extension) {
    return err(
      "unavailable",
      `The server of DATABASE_URL (${address}) has no pgvector. Install it there (Debian: postgresql-<version>-pgvector), or unset DATABASE_URL to use the embedded database.`,
    );
  }
  if (extension.installed_version) return ok(undefined);
  try {
    await client.query("CREATE EXTENSION IF NOT EXISTS vector");
    return ok(undefined);
  } catch (error) {
    return err(
      "unavailable",
      `pgvector is not part of DATABASE_URL (${address}) yet and this user may not add it (${reason(error)}). Run there as a superuser: CREATE EXTENSION vector`,
    );
  }
}

/** The address without user, password and parameters; null when it is none. */
function publicAddress(databaseUrl: string): string | null {
  if (!URL.canParse(databaseUrl)) return null;
  const url = new URL(databaseUrl);
  if (url.protocol !== "postgres:" && url.protocol !== "postgresql:") return null;
  return `${url.host || url.searchParams.get("host") || "local socket"}${url.pathname}`;
}

function reason(error: unknown): string {
  if (error instanceof AggregateError && error.errors[0]) return reason(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  return (error.message.split("\n")[0] ?? "").replace(/\.$/, "");
}
