import { readFile, writeFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { compareRuns, harmful } from "./journeys.ts";

type Plan = { planId: string; memories: { title: string }[]; reruns: { rerunId: string; subset: number }[] };

/** Opens the plan of a lost task at which the harmful memory was shown. */
async function planOfLostTask(page: Page): Promise<void> {
  await compareRuns(page, "Demo zero-shot (zero-shot)", "Demo insight memory, cross-domain (memory)");
  await page.goto(`${page.url()}&tab=tasks&outcome=lost&q=matrix-saddle-finder-b`);
  await page.getByRole("table", { name: "Paired tasks" }).getByRole("link").first().click();
  await page.getByRole("link", { name: "Plan reruns" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Plan reruns of/ })).toBeVisible();
}

async function downloadedPlan(page: Page): Promise<Plan> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "plan.json" }).click();
  return JSON.parse(await readFile(await (await waiting).path(), "utf8"));
}

test("a lost task is planned, rerun elsewhere, and its results confirm the memory that lost it", async ({
  page,
}, info) => {
  await planOfLostTask(page);
  await expect(page.getByText(/^Fewest:/)).toBeVisible();
  await page.getByRole("button", { name: "Create plan" }).click();
  await expect(page).toHaveURL(/\/reruns\/[0-9a-f-]{36}$/);
  const address = page.url();
  const lattice = page.getByRole("region", { name: "Subsets of the memories" });
  await expect(lattice.getByRole("listitem").first()).toContainText("planned");

  const plan = await downloadedPlan(page);
  const bit = 1 << plan.memories.findIndex(({ title }) => title === harmful);
  const rows = plan.reruns.map(({ rerunId, subset }) => ({
    rerunId,
    outcome: subset & bit ? "failed" : "passed",
  }));
  const file = info.outputPath("results.jsonl");
  await writeFile(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  await page.goto("/import");
  await page.getByRole("textbox", { name: "Path of a folder or file" }).fill(file);
  await page.getByRole("button", { name: "Preview changes" }).click();
  const result = page.getByRole("region", { name: "Result" });
  await result.getByRole("button", { name: /^Import|^Apply/ }).click();
  await expect(result.getByText(/created/i).first()).toBeVisible();

  await expect
    .poll(async () => {
      await page.goto(address);
      return page.getByRole("row").filter({ hasText: harmful }).textContent();
    })
    .toContain("confirmed");
  await page.getByRole("link", { name: "Open the task" }).click();
  await expect(page.getByRole("list", { name: "Reruns" })).toContainText("confirmed");
});
