import { existsSync } from "node:fs";
import { join } from "node:path";
import { checkServer } from "#lib/db/check-server.ts";
import { openDb } from "#lib/db/client.ts";
import { connectionConfig, describeConnection } from "#lib/db/connection.ts";
import { ensureEmbeddedDatabase } from "#lib/db/ensure-embedded-database.ts";
import { listPendingMigrations } from "#lib/db/pending-migrations.ts";
import { type Env, readEnv } from "#lib/env.ts";
import { ok, type Result } from "#lib/shared/result.ts";
import { type Check, fine, problem, warning } from "./check.ts";
import { checkMachine } from "./check-machine.ts";
import { checkPool, checkSchema } from "./check-pool.ts";

/** Looks at everything that a working installation needs. Changes nothing. */
export async function runDoctor(): Promise<Check[]> {
  let env: Env;
  try {
    env = readEnv();
  } catch (error) {
    return [problem("Settings", (error as Error).message, "Fix it in the environment or in .env.")];
  }
  const machine = checkMachine(env);
  if (!env.databaseUrl && !existsSync(join(env.dataDir, "pgdata"))) {
    return [...machine, warning("Database", `none in ${env.dataDir} yet`, "npm start creates it.")];
  }
  const reached = await reachDatabase(env);
  if (!reached.ok) return [...machine, problem("Database", describeConnection(env), reached.error.message)];
  try {
    return [
      ...machine,
      fine("Database", describeConnection(env)),
      ...(await checkContents(env, reached.value.hasWorker)),
    ];
  } finally {
    await reached.value.release();
  }
}

/** Who asks what is wrong shall not wait for it long. */
const reachWithinMs = 10_000;

type Reached = { hasWorker: boolean; release: () => Promise<void> };

async function reachDatabase(env: Env): Promise<Result<Reached>> {
  const nothing = async () => undefined;
  if (env.databaseUrl) {
    const checked = await checkServer(env.databaseUrl);
    return checked.ok ? ok({ hasWorker: true, release: nothing }) : checked;
  }
  const own = await ensureEmbeddedDatabase(env.dataDir, reachWithinMs);
  return own.ok ? ok({ hasWorker: own.value === null, release: own.value?.stop ?? nothing }) : own;
}

async function checkContents(env: Env, hasWorker: boolean): Promise<Check[]> {
  const config = connectionConfig(env);
  const pending = await listPendingMigrations(config);
  const db = openDb(config);
  try {
    const schema = await checkSchema(db, pending);
    // A new database is migrated at the first start: that is no fault of it.
    if (pending.length > 0 && !hasWorker) {
      return [...schema.filter((check) => check.name !== "Migrations"), newPool()];
    }
    return pending.length > 0 ? schema : [...schema, ...(await checkPool(db, hasWorker))];
  } finally {
    await db.$disconnect();
  }
}

function newPool(): Check {
  return warning(
    "Migrations",
    "the database is new, or older than this version",
    "npm start brings it up to date.",
  );
}
