import { expect, type Locator, type Page, test } from "@playwright/test";
import { compareRuns } from "./journeys.ts";

test.use({ viewport: { width: 1280, height: 900 } });

async function openComparison(page: Page): Promise<Locator> {
  await compareRuns(page, "Demo zero-shot (zero-shot)", "Demo workflow memory, cross-domain (memory)");
  return page.getByRole("region", { name: "Verdict" });
}

async function box(of: Locator) {
  const found = await of.boundingBox();
  if (!found) throw new Error("It is not on the page.");
  return found;
}

test("the verdict is a strip right above the tabs, and the tables begin on the first screen", async ({
  page,
}) => {
  const strip = await openComparison(page);
  const { y, height } = await box(strip);
  expect(y).toBeLessThanOrEqual(100);
  expect(height).toBeLessThanOrEqual(120);
  const tabs = await box(page.getByRole("navigation", { name: "Parts of the comparison" }));
  expect(tabs.y - (y + height)).toBeLessThanOrEqual(16);
  await expect(strip).toContainText(/Significantly worse than baseline \(p = \.\d{3}\)/);
  await expect(strip).toContainText(/by chance about [\d.]+ \[\d+, \d+\]/);
  await strip.getByRole("button", { name: /caveats$/ }).click();
  await expect(page.getByRole("dialog")).toContainText("chance alone would lose");
});

const tabs = [
  ["Benchmarks", "Comparison per benchmark, pass@3"],
  ["Tasks", "Paired tasks"],
  ["Retrieved memories", "Memories retrieved by the candidate"],
  ["pass@k", "pass@k of baseline and candidate"],
  ["Cost and effort", "Cost and effort per attempt"],
] as const;

test("no column of a comparison is cut, and no row is high", async ({ page }) => {
  await openComparison(page);
  const parts = page.getByRole("navigation", { name: "Parts of the comparison" });
  for (const [tab, name] of tabs) {
    await parts.getByRole("link", { name: tab }).click();
    const table = page.getByRole("table", { name });
    await expect(table).toBeVisible();
    expect((await box(table.getByRole("row").nth(1))).height, tab).toBeLessThanOrEqual(36);
    const hidden = await table.evaluate((element) => {
      const scroller = element.parentElement;
      return scroller ? scroller.scrollWidth - scroller.clientWidth : null;
    });
    // Widths are fractions of a pixel, rounded up.
    expect(hidden, tab).toBeLessThanOrEqual(1);
  }
});

test("how a table is sorted is in its address", async ({ page }) => {
  await openComparison(page);
  const table = page.getByRole("table", { name: /^Comparison per benchmark/ });
  await table.getByRole("button", { name: "Lost" }).click();
  await expect(page).toHaveURL(/bsort=lost/);
  await page.reload();
  await expect(table.getByRole("columnheader", { name: "Lost" })).toHaveAttribute(
    "aria-sort",
    /ascending|descending/,
  );
});

test("a trial's steps begin on the first screen", async ({ page }) => {
  await page.goto("/trials?outcome=failed");
  await page.getByRole("table", { name: "Trials" }).getByRole("link").first().click();
  const steps = await box(page.getByRole("region", { name: /^Trajectory/ }));
  expect(steps.y).toBeLessThanOrEqual(400);
});

test("a report of the comparison opens from disk, sorts and filters, and asks nobody for anything", async ({
  page,
}, testInfo) => {
  await openComparison(page);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Report" }).click();
  const path = testInfo.outputPath("report.html");
  await (await download).saveAs(path);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`file://${path}`);
  await expect(page.getByRole("heading", { name: /^Significantly worse/ })).toBeVisible();
  await page.getByLabel("Outcome").selectOption("lost");
  const tasks = page.locator("#tasks tbody tr:not([hidden])");
  const lost = await page.locator(".figures li", { hasText: "lost" }).locator("b").textContent();
  await expect(tasks).toHaveCount(Number(lost));
  await page.locator("#tasks").getByRole("button", { name: "Effect, points" }).click();
  await expect(tasks.first()).toContainText("-100");
  expect(asked.filter((url) => !url.startsWith("file:"))).toEqual([]);
  expect(asked).toHaveLength(1);
});

test("the benchmarks are copied as a Markdown table", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openComparison(page);
  await page.getByRole("button", { name: "Table" }).click();
  await page.getByRole("menuitem", { name: "Markdown" }).first().click();
  await expect(page.getByText("Markdown copied")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("| Benchmark | Pairs | Baseline |");
});
