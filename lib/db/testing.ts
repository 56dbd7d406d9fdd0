import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { Client, type PoolConfig } from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { withAtomicRequests } from "./atomic-requests.ts";
import { openDb, type RootDb } from "./client.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Path of a dump of a migrated, empty embedded database. */
    databaseSnapshot: string;
    /** Address of a Postgres server and of its migrated, empty template; "" = none to test on. */
    postgresUrl: string;
    postgresTemplate: string;
  }
}

type TestDatabase = { db: RootDb; config: PoolConfig; close: () => Promise<void> };

/**
 * A migrated, empty database of its own for the calling test file, closed after its last test. On
 * the embedded database by default, on Postgres in the project that names one.
 * @returns an object whose `db` and `config` are there from `beforeAll` on
 */
export function testDatabase(): { readonly db: RootDb; readonly config: PoolConfig } {
  let opened: TestDatabase | undefined;
  beforeAll(async () => {
    opened = inject("postgresUrl") ? await openOnPostgres() : await openEmbedded();
  });
  afterAll(async () => {
    await opened?.close();
  });
  function current(): TestDatabase {
    if (!opened) throw new Error("The test database opens in beforeAll");
    return opened;
  }
  return {
    get db() {
      return current().db;
    },
    get config() {
      return current().config;
    },
  };
}

async function openEmbedded(): Promise<TestDatabase> {
  const loadDataDir = new Blob([new Uint8Array(readFileSync(inject("databaseSnapshot")))]);
  const pglite = await PGlite.create({ loadDataDir, extensions: { vector } });
  const host = mkdtempSync(join(tmpdir(), "carryover-test-"));
  const server = new PGLiteSocketServer({
    db: withAtomicRequests(pglite),
    path: join(host, ".s.PGSQL.5432"),
    maxConnections: 40,
  });
  await server.start();
  const config = { host, port: 5432, user: "postgres", database: "postgres" };
  const db = openDb(config);
  const close = async () => {
    await db.$disconnect();
    await server.stop();
    await pglite.close();
    rmSync(host, { recursive: true, force: true });
  };
  return { db, config, close };
}

async function openOnPostgres(): Promise<TestDatabase> {
  const name = `carryover_test_${randomUUID().replaceAll("-", "")}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${inject("postgresTemplate")}`);
  const url = new URL(inject("postgresUrl"));
  url.pathname = `/${name}`;
  const config = { connectionString: url.href };
  const db = openDb(config);
  const close = async () => {
    await db.$disconnect();
    await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
  };
  return { db, config, close };
}

async function onServer(sql: string): Promise<void> {
  const client = new Client({ connectionString: inject("postgresUrl") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
