import { expect, type Page } from "@playwright/test";

/** Every page, and how to get to those that need an id. */
export const everyPage: [string, string | ((page: Page) => Promise<void>)][] = [
  ["overview", "/"],
  ["memories", "/memories"],
  ["a memory", (page) => follow(page, "/memories?type=trajectory", /\/memories\/[0-9a-f-]{36}$/)],
  ["the edit form", (page) => followEdit(page)],
  ["map", "/map"],
  ["abstraction and effect", "/map/effects"],
  ["two maps", "/map/versions"],
  ["abstraction", "/abstraction"],
  ["retrieval", "/retrieval?q=parse+a+log+file"],
  ["matrix of runs", "/runs"],
  ["tasks of all runs", "/runs?tab=tasks"],
  ["curves of runs", "/runs?tab=curves"],
  ["published results", "/runs?tab=published"],
  ["list of runs", "/runs?tab=list"],
  ["a run", (page) => follow(page, "/runs", /\/runs\/[0-9a-f-]{36}$/)],
  ["trials", "/trials"],
  ["a trial", (page) => follow(page, "/trials", /\/trials\/[0-9a-f-]{36}/)],
  ["compare", (page) => compare(page)],
  ["compare: tasks", (page) => compare(page, "tasks")],
  ["compare: memories", (page) => compare(page, "memories")],
  ["compare: chance", (page) => compare(page, "noise")],
  ["two trials of a task", (page) => compareTask(page)],
  ["suspects", "/suspects"],
  ["suspects by benchmark", "/suspects?tab=benchmarks"],
  ["suspects by type", "/suspects?tab=types"],
  ["a suspect", (page) => follow(page, "/suspects", /^\/suspects\/case\?/)],
  ["planner", "/planner"],
  ["reruns", "/reruns"],
  ["plan reruns", (page) => planReruns(page)],
  ["predictors", "/predictors"],
  ["judge", "/judge"],
  ["compare: triage", (page) => compare(page, "triage")],
  ["regenerate", "/regenerate"],
  ["import", "/import"],
  ["jobs", "/jobs"],
  ["a job", (page) => follow(page, "/jobs", /\/jobs\/[0-9a-f-]{36}$/)],
  ["settings", "/settings"],
  ["not found", "/no-such-page"],
  ["memories, no match", "/memories?q=zzzzqqqq"],
  ["runs, no match", "/runs?tab=list&q=zzzzqqqq"],
  ["trials, no match", "/trials?q=zzzzqqqq"],
  ["retrieval, no query", "/retrieval"],
  ["compare, nothing chosen", "/compare"],
];

/** Where links were found to lead: many pages are reached over the same few. */
const found = new Map<string, string>();

/** The address of the first link of a page's main part that leads where the pattern says. */
async function findLink(page: Page, from: string, to: RegExp): Promise<string> {
  const key = `${from} ${to.source}`;
  const known = found.get(key);
  if (known !== undefined) return known;
  await page.goto(from);
  const links = page.getByRole("main").getByRole("link");
  const href = async () =>
    (await links.evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""))).find((each) =>
      to.test(each),
    );
  await expect.poll(async () => (await href()) ?? "").toMatch(to);
  const first = (await href()) ?? from;
  found.set(key, first);
  return first;
}

async function follow(page: Page, from: string, to: RegExp): Promise<void> {
  await page.goto(await findLink(page, from, to));
}

async function followEdit(page: Page): Promise<void> {
  await page.goto(`${await findLink(page, "/memories?type=insight", /\/memories\/[0-9a-f-]{36}$/)}/edit`);
}

/** The comparison that the overview leads to. */
function comparison(page: Page): Promise<string> {
  return findLink(page, "/", /^\/compare\?/);
}

async function compare(page: Page, tab?: string): Promise<void> {
  const href = await comparison(page);
  await page.goto(tab ? `${href}&tab=${tab}` : href);
  await expect(page.getByRole("region", { name: "Verdict" })).toBeVisible();
}

async function compareTask(page: Page): Promise<void> {
  await follow(page, `${await comparison(page)}&tab=tasks`, /^\/compare\/task\?/);
}

/** Opens the plan of the first lost task of that comparison. */
async function planReruns(page: Page): Promise<void> {
  const tasks = `${await comparison(page)}&tab=tasks&outcome=lost`;
  await follow(page, await findLink(page, tasks, /^\/compare\/task\?/), /^\/reruns\/plan\?/);
}

/** Opens a page, and waits for what streams in later. */
export async function openPage(page: Page, open: (typeof everyPage)[number][1]): Promise<void> {
  if (typeof open === "string") await page.goto(open);
  else await open(page);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("heading", { name: "This page could not be shown" })).toBeHidden();
  await page.waitForLoadState("networkidle");
}
