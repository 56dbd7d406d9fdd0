import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDb, type RootDb } from "#lib/db/client.ts";
import { startDatabaseServer } from "#lib/db/database-server.ts";
import { migrate } from "#lib/db/migrate.ts";
import { importPaths } from "#lib/imports/import-paths.ts";
import { installQueue } from "#lib/jobs/queue.ts";
import { runJob } from "#lib/jobs/run-job.ts";
import { handlerOf } from "#lib/worker/handlers.ts";
import { writePool } from "./synthetic.ts";

/** Runs `work` with a folder of its own, removed afterwards. */
export async function inScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "carryover-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs `work` on the embedded database of a data directory, migrated. */
export async function withEmbedded<T>(dataDir: string, work: (db: RootDb) => Promise<T>): Promise<T> {
  const server = await startDatabaseServer(dataDir);
  if (!server.ok) throw new Error(server.error.message);
  const { host, port } = server.value.endpoint;
  const config = { host, port, user: "postgres", database: "postgres" };
  const db = openDb(config);
  try {
    await migrate(config);
    await installQueue(config);
    return await work(db);
  } finally {
    await db.$disconnect();
    await server.value.stop();
  }
}

/** Imports made-up memories, numbered from `first`; gives the seconds it took. */
export async function importMemories(db: RootDb, folder: string, n: number, first = 0): Promise<number> {
  const path = join(folder, `pool-${first}.jsonl`);
  writePool(path, n, first);
  const started = performance.now();
  const done = await importPaths(db, [path], {}, { actor: { name: "bench", role: "editor" } });
  if (!done.ok) throw new Error(done.error.message);
  return (performance.now() - started) / 1000;
}

/** Does the embed jobs that wait; gives the seconds they took. */
export async function embedAll(db: RootDb): Promise<number> {
  const started = performance.now();
  const jobs = await db.job.findMany({ where: { kind: "embed", state: "queued" }, select: { id: true } });
  for (const { id } of jobs) {
    await runJob(db, id, handlerOf, { stop: new AbortController().signal, lastTry: true });
  }
  return (performance.now() - started) / 1000;
}
