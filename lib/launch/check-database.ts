import { mkdirSync } from "node:fs";
import { checkServer } from "#lib/db/check-server.ts";
import { acquireLock } from "#lib/db/lock.ts";
import type { Env } from "#lib/env.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";

/**
 * Whether the database of this environment can be had: the server of `DATABASE_URL` answers and has
 * pgvector, or the data directory is writable and nobody else's.
 */
export async function checkDatabase(env: Env): Promise<Result<void>> {
  if (env.databaseUrl) return checkServer(env.databaseUrl);
  try {
    mkdirSync(env.dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? ` (${error.code})` : "";
    return err(
      "unavailable",
      `Cannot create the data directory ${env.dataDir}${code}. Make its parent writable, or set CARRYOVER_DATA_DIR.`,
    );
  }
  for (const name of ["launcher", "database"] as const) {
    const lock = acquireLock(env.dataDir, name);
    if (!lock.ok) return lock;
    lock.value();
  }
  return ok(undefined);
}
