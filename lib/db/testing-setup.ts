import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { Client, type PoolConfig } from "pg";
import type { TestProject } from "vitest/node";
import { installQueue } from "#lib/jobs/queue.ts";
import { withAtomicRequests } from "./atomic-requests.ts";
import { migrate } from "./migrate.ts";

// Migrating takes seconds; every test file starts from a copy of one migrated database instead.

const template = "carryover_test_template";

/** Vitest's global set-up: builds the copy that `testDatabase` opens. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = project.config.env["CARRYOVER_TEST_DATABASE_URL"];
  const folder = mkdtempSync(join(tmpdir(), "carryover-snapshot-"));
  if (url) await buildTemplate(url);
  else writeFileSync(join(folder, "snapshot.tar"), await buildSnapshot(folder));
  project.provide("databaseSnapshot", join(folder, "snapshot.tar"));
  project.provide("postgresUrl", url ?? "");
  project.provide("postgresTemplate", template);
  return async () => rmSync(folder, { recursive: true, force: true });
}

async function buildSnapshot(folder: string): Promise<Uint8Array> {
  const pglite = await PGlite.create({ extensions: { vector } });
  const server = new PGLiteSocketServer({
    db: withAtomicRequests(pglite),
    path: join(folder, ".s.PGSQL.5432"),
    maxConnections: 10,
  });
  await server.start();
  await prepare({ host: folder, port: 5432, user: "postgres", database: "postgres" });
  await server.stop();
  const dump = await pglite.dumpDataDir("none");
  await pglite.close();
  return new Uint8Array(await dump.arrayBuffer());
}

async function buildTemplate(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${template}`);
  await client.end();
  const target = new URL(url);
  target.pathname = `/${template}`;
  await prepare({ connectionString: target.href });
}

async function prepare(config: PoolConfig): Promise<void> {
  await migrate(config);
  await installQueue(config);
}
