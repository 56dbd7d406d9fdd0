import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readReportPage } from "./report-files.ts";
import { allItems, FIRST_ITEMS, ReportList } from "./report-list.ts";

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "carryover-report-"));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function listOf(count: number, folder: string | null, name = "problems") {
  const list = new ReportList<number>(folder, name);
  for (let item = count; item > 0; item -= 1) list.push(item);
  const page = list.finish((a, b) => a - b);
  const all: number[] = [];
  for await (const item of allItems(page)) all.push(item);
  return { page, all };
}

it("holds a short list, sorted, and writes no file", async () => {
  const folder = join(dataDir, "short");
  const { page, all } = await listOf(3, folder);
  expect(page).toEqual({ first: [1, 2, 3], count: 3, file: null });
  expect(all).toEqual([1, 2, 3]);
  expect(existsSync(folder)).toBe(false);
});

it("gives the first items of a longer one, and all of it from its file", async () => {
  const { page, all } = await listOf(FIRST_ITEMS + 5, join(dataDir, "long"));
  expect(page).toMatchObject({ count: FIRST_ITEMS + 5, file: expect.stringContaining("problems.jsonl") });
  expect(page.first).toHaveLength(FIRST_ITEMS);
  expect(all).toEqual(Array.from({ length: FIRST_ITEMS + 5 }, (_, index) => index + 1));
});

it("loses none of a list too long to be held", async () => {
  const { page, all } = await listOf(12_345, join(dataDir, "huge"));
  expect(page.first).toEqual(all.slice(0, FIRST_ITEMS));
  expect(all.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12_345 }, (_, index) => index + 1));
});

it("holds all where no folder is given", async () => {
  expect((await listOf(6000, null)).page).toMatchObject({ count: 6000, file: null });
});

it("reads a page of a job's report, and says when there is none", async () => {
  const jobId = crypto.randomUUID();
  const { all } = await listOf(1000, join(dataDir, "reports", jobId), "plan");
  expect(await readReportPage(dataDir, jobId, "plan", 350)).toEqual(all.slice(350, 350 + FIRST_ITEMS));
  expect(await readReportPage(dataDir, jobId, "plan", 990)).toHaveLength(10);
  expect(await readReportPage(dataDir, jobId, "problems", 0)).toBeNull();
  await expect(readReportPage(dataDir, "../../etc", "plan", 0)).rejects.toThrow();
});
