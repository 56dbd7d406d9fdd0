import { join, resolve } from "node:path";
import { quantile } from "simple-statistics";
import { openDb, type RootDb } from "#lib/db/client.ts";
import { readEndpoint } from "#lib/db/endpoint.ts";
import { enqueueJob } from "#lib/jobs/enqueue-job.ts";
import { getJob } from "#lib/jobs/queries.ts";
import { isFinished } from "#lib/jobs/view.ts";
import type { BenchContext, BenchRow } from "./row.ts";
import { embedAll, importMemories, inScratch, withEmbedded } from "./scratch.ts";
import { startApp } from "./start-app.ts";

const root = resolve(import.meta.dirname, "..");
const size = 10_000;
/** Before the maps and again after them: what a page takes drifts by a tenth within minutes. */
const idleRequests = 150;
const seeds = [7, 8, 9];

/** The page of the memory table while nothing else runs, and while the worker computes maps. */
export async function benchWhileMapping({ log }: BenchContext): Promise<BenchRow[]> {
  return inScratch(async (folder) => {
    const dataDir = join(folder, "data");
    log(`Filling a pool of ${size} memories ...`);
    await withEmbedded(dataDir, async (db) => {
      await importMemories(db, folder, size);
      await embedAll(db);
      await db.job.deleteMany({ where: { state: "queued" } });
    });
    const app = await startApp(root, dataDir);
    try {
      return await measure(`${app.address}/memories`, dataDir, log);
    } finally {
      await app.stop();
    }
  });
}

async function measure(page: string, dataDir: string, log: (line: string) => void): Promise<BenchRow[]> {
  const endpoint = readEndpoint(dataDir);
  if (!endpoint) throw new Error("The app announces no database");
  const db = openDb({ ...endpoint, user: "postgres", database: "postgres", max: 1 });
  try {
    log("Asking for the page, nothing else running ...");
    await requests(page, 20);
    const before = await requests(page, idleRequests);
    log(`Asking for it while every map is computed, ${seeds.length} times ...`);
    const busy: number[] = [];
    for (const seed of seeds) busy.push(...(await whileMapping(db, page, seed)));
    log("Asking for it again, nothing else running ...");
    const idle = [...before, ...(await requests(page, idleRequests))];
    const [p95, peer] = [quantile(busy, 0.95), quantile(idle, 0.95)];
    return [
      {
        name: "GET /memories, p95 while mapping",
        n: size,
        seconds: p95,
        ratioTo: { idle: p95 / peer },
        note: `${busy.length} requests`,
      },
      {
        name: "GET /memories, p50 while mapping",
        n: size,
        seconds: quantile(busy, 0.5),
        ratioTo: { idle: quantile(busy, 0.5) / quantile(idle, 0.5) },
      },
      { name: "GET /memories, p95 idle", n: size, seconds: peer, note: `${idle.length} requests` },
    ];
  } finally {
    await db.$disconnect();
  }
}

async function requests(page: string, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let go = 0; go < count; go++) times.push(await secondsOf(page));
  return times;
}

async function whileMapping(db: RootDb, page: string, seed: number): Promise<number[]> {
  const actor = { name: "bench", role: "editor" } as const;
  const jobId = await enqueueJob(db, { kind: "project", input: { seed }, actor });
  const times: number[] = [];
  for (;;) {
    times.push(await secondsOf(page));
    const job = await getJob(db, jobId);
    if (job?.state === "failed") throw new Error(job.error ?? "The job failed");
    if (!job || isFinished(job)) return times;
  }
}

async function secondsOf(page: string): Promise<number> {
  const started = performance.now();
  const response = await fetch(page);
  await response.text();
  if (!response.ok) throw new Error(`${page} answered ${response.status}`);
  return (performance.now() - started) / 1000;
}
