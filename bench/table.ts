import { join, resolve } from "node:path";
import { countFacets } from "#lib/memories/facets.ts";
import { listMemories } from "#lib/memories/queries.ts";
import { everyMemory } from "#lib/memories/search-params.ts";
import { type BenchContext, type BenchRow, medianSeconds } from "./row.ts";
import { importMemories, inScratch, withEmbedded } from "./scratch.ts";
import { startApp } from "./start-app.ts";

const root = resolve(import.meta.dirname, "..");
const sizes = [2000, 20_000];

/** The table of memories: its queries, and the page as a browser gets it, at two sizes of the pool. */
export async function benchTable({ log }: BenchContext): Promise<BenchRow[]> {
  return inScratch(async (folder) => {
    const dataDir = join(folder, "data");
    const rows: BenchRow[] = [];
    let filled = 0;
    for (const n of sizes) {
      log(`Filling a pool of ${n} memories ...`);
      const before = filled;
      rows.push(
        ...(await withEmbedded(dataDir, async (db) => {
          await importMemories(db, folder, n - before, before);
          return [
            { name: "listMemories, first page", n, seconds: await medianSeconds(() => listMemories(db)) },
            {
              name: "listMemories, sorted by title, page 10",
              n,
              seconds: await medianSeconds(() => listMemories(db, { sort: "title", order: "asc", page: 10 })),
            },
            {
              name: "listMemories, search for two words",
              n,
              seconds: await medianSeconds(() => listMemories(db, { q: "parser lease" })),
            },
            { name: "countFacets", n, seconds: await medianSeconds(() => countFacets(db, everyMemory)) },
          ];
        })),
      );
      filled = n;
      log(`Serving it ...`);
      rows.push(await pageTime(dataDir, n));
    }
    return rows;
  });
}

async function pageTime(dataDir: string, n: number): Promise<BenchRow> {
  const app = await startApp(root, dataDir);
  try {
    let bytes = 0;
    const seconds = await medianSeconds(async () => {
      const response = await fetch(`${app.address}/memories`);
      bytes = (await response.text()).length;
      if (!response.ok) throw new Error(`/memories answered ${response.status}`);
    });
    return { name: "GET /memories, whole page", n, seconds, note: `${Math.round(bytes / 1024)} KB` };
  } finally {
    await app.stop();
  }
}
