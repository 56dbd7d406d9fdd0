import { join, resolve } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { median } from "simple-statistics";
import type { RootDb } from "#lib/db/client.ts";
import { encodeCoordinates } from "#lib/maps/coordinates.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { findChromium } from "../bin/setup/find-chromium.mjs";
import { type BenchContext, type BenchRow, medianSeconds } from "./row.ts";
import { inScratch, withEmbedded } from "./scratch.ts";
import { startApp } from "./start-app.ts";

const root = resolve(import.meta.dirname, "..");
const sizes = [2000, 100_000];

/** From the click on "Map" to the picture, in a browser without a graphics card, and the points over HTTP. */
export async function benchMapPage({ log }: BenchContext): Promise<BenchRow[]> {
  const found = findChromium(root);
  if (!("path" in found)) throw new Error(`No browser to measure in: ${found.skipped}`);
  const rows: BenchRow[] = [];
  const browser = await chromium.launch({
    executablePath: found.path,
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });
  try {
    for (const n of sizes) {
      log(`Making a map of ${n.toLocaleString("en")} points ...`);
      rows.push(...(await inScratch((folder) => measureSize(browser, join(folder, "data"), n))));
    }
    return rows;
  } finally {
    await browser.close();
  }
}

async function measureSize(browser: Browser, dataDir: string, n: number): Promise<BenchRow[]> {
  const id = await withEmbedded(dataDir, (db) => writeMap(db, n));
  const app = await startApp(root, dataDir);
  try {
    const points = `${app.address}/api/projections/${id}`;
    const started = performance.now();
    const bytes = await bytesOf(points);
    const cold = (performance.now() - started) / 1000;
    const note = `${(bytes / 1e6).toFixed(1)} MB`;
    return [
      { name: "points over HTTP, first time", n, seconds: cold, note },
      { name: "points over HTTP, again", n, seconds: await medianSeconds(() => bytesOf(points)), note },
      {
        name: "from the click to the picture",
        n,
        seconds: await secondsToPicture(browser, app.address),
        note: "target: 1 s at 100,000",
      },
    ];
  } finally {
    await app.stop();
  }
}

async function bytesOf(address: string): Promise<number> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return (await response.arrayBuffer()).byteLength;
}

/** A page that is open already, as a person has it. */
async function secondsToPicture(browser: Browser, address: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const times: number[] = [];
  // The first go fills the caches, as the first look of a person does.
  for (let go = 0; go < 6; go++) {
    await page.goto(`${address}/jobs`);
    await page.waitForLoadState("networkidle");
    const picture = page.evaluate(untilPicture);
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Map" }).click();
    const seconds = await picture;
    if (go > 0) times.push(seconds);
  }
  await page.close();
  return median(times);
}

/**
 * Runs in the page: from the next click to the frame after the plot is there, in seconds. Looked for each frame, since
 * the browser's driver asks only twice a second after a while.
 */
function untilPicture(): Promise<number> {
  return new Promise((resolve) => {
    let clicked: number | null = null;
    const onClick = (event: Event) => {
      clicked = event.timeStamp;
    };
    document.addEventListener("click", onClick, { once: true, capture: true });
    const look = () => {
      const plot = document.querySelector<HTMLCanvasElement>(
        '[role="application"][aria-label^="Map of"] canvas',
      );
      // A canvas is 300 wide until something is drawn on it.
      if (clicked === null || !plot || plot.width === 300) requestAnimationFrame(look);
      else {
        const started = clicked;
        requestAnimationFrame((drawn) => resolve((drawn - started) / 1000));
      }
    };
    requestAnimationFrame(look);
  });
}

/** Memories and one stored map of them; no vectors, for nothing here reads any. */
async function writeMap(db: RootDb, n: number): Promise<string> {
  await db.benchmark.create({ data: { name: "Bench", synthetic: true } });
  await db.$executeRaw`
    INSERT INTO "Memory" ("id", "type", "benchmarkName", "taskName", "task", "outcome", "content", "title",
      "searchText", "tags", "sourceFormat", "importKey", "importedHash", "contentHash", "synthetic")
    SELECT gen_random_uuid(), 'insight', 'Bench', 'task ' || i, 'Task ' || i, 'passed',
      jsonb_build_object('title', 'Memory ' || i, 'description', 'd', 'content', 'c'), 'Memory ' || i, 'Memory ' || i,
      '{}', 'bench', 'bench:' || i, '', '', true
    FROM generate_series(1, ${n}::int) AS i`;
  const space = await db.embeddingSpace.create({
    data: { provider: "lexical", model: "bench", dimensions: 2, active: true },
  });
  const memories = await db.memory.findMany({ select: { id: true }, orderBy: { id: "asc" } });
  const random = seededRandom(1);
  const projection = await db.projection.create({
    data: {
      spaceId: space.id,
      type: "insight",
      algorithm: "umap",
      params: {
        neighbors: 15,
        requestedNeighbors: 15,
        minDist: 0.1,
        epochs: 1,
        start: "principal plane",
        metric: "cosine",
      },
      seed: 1,
      inputHash: "bench",
      count: n,
      memoryIds: memories.map(({ id }) => id),
      coordinates: encodeCoordinates(Float32Array.from({ length: 2 * n }, () => random() * 20)),
      versions: {},
      seconds: 0,
    },
  });
  return projection.id;
}
