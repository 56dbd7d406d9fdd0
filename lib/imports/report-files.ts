import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { allItems, FIRST_ITEMS } from "./report-list.ts";
import type { ReportListName } from "./schema.ts";

const MAX_AGE_MS = 30 * 24 * 60 * 60 * 1000;
const jobIdSchema = z.uuid();

/** Where the long lists of an import job's report lie in the data directory. */
export function reportFolder(dataDir: string, jobId: string): string {
  return join(dataDir, "reports", jobIdSchema.parse(jobId));
}

/** Removes reports that are older than a month: their jobs keep the first items of each list. */
export async function removeOldReports(dataDir: string, now = Date.now()): Promise<void> {
  const root = join(dataDir, "reports");
  for (const name of await readdir(root).catch(() => [])) {
    const info = await stat(join(root, name)).catch(() => null);
    if (info && now - info.mtimeMs > MAX_AGE_MS) await rm(join(root, name), { recursive: true, force: true });
  }
}

/**
 * One page of a list that is longer than its job's result.
 * @param from index of the first item, 0-based
 * @returns at most as many items as a result holds; null when there is no such report (any more)
 */
export async function readReportPage(
  dataDir: string,
  jobId: string,
  list: ReportListName,
  from: number,
): Promise<unknown[] | null> {
  const file = join(reportFolder(dataDir, jobId), `${list}.jsonl`);
  if ((await stat(file).catch(() => null)) === null) return null;
  const items: unknown[] = [];
  let index = 0;
  for await (const item of allItems({ first: [], file })) {
    if (index >= from) items.push(item);
    index += 1;
    if (items.length === FIRST_ITEMS) break;
  }
  return items;
}
