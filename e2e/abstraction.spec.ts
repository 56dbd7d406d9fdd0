import { expect, type Page, test } from "@playwright/test";
import { giveReason, openMemory } from "./journeys.ts";

const curated = "Watch the remaining steps, not only the problem";

async function measure(page: Page): Promise<void> {
  await page.goto("/abstraction");
  const button = page.getByRole("button", { name: /^Measure again/ });
  await button.click();
  await expect(button).toBeHidden();
  await expect(button).toBeVisible({ timeout: 60_000 });
}

async function curate(page: Page, verb: "Deprecate" | "Restore"): Promise<void> {
  await openMemory(page, curated);
  await page.getByRole("button", { name: verb, exact: true }).click();
  await giveReason(page.getByRole("dialog"), `${verb} for a trial`, `${verb} 1 memory`);
}

test("the metrics before and after a memory was deprecated stand side by side", async ({ page }) => {
  test.slow();
  // A measurement of the pool as it is: the "before".
  await measure(page);
  await curate(page, "Deprecate");
  await measure(page);
  const comparison = page.getByRole("table", { name: "Metrics before and after" });
  await expect(comparison.getByRole("row", { name: /^insight/ })).toContainText("−1");
  await expect(comparison.getByRole("row", { name: /^insight/ })).toContainText("1 went");
  const trend = page.locator("#history [data-slot=chart]");
  // A type that did not change is one point, whose line has no length.
  const lines = trend.locator("svg .recharts-scatter-line").filter({ visible: true });
  await expect(lines.first()).toBeVisible();
  await trend.getByText("Show as table").click();
  const measured = trend.getByRole("table", { name: "History of the metrics" });
  // The import's measurement too, where that was of another pool.
  await expect(measured.getByRole("row", { name: /^insight/ }).nth(1)).toBeVisible();
  await page.getByRole("combobox", { name: "History" }).selectOption("day");
  await expect(page).toHaveURL(/history=day/);
  await expect(page.getByText("All measurements are from one day")).toBeVisible();
  await curate(page, "Restore");
});

test("the work begins at the top, and an address names the type and what it is compared with", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("/abstraction");
  const top = await page.getByRole("form", { name: "What is measured" }).boundingBox();
  expect(top?.y).toBeLessThanOrEqual(100);
  const table = page.getByRole("table", { name: "DBI and LISI by type" });
  const cut = await table.evaluate(
    (element) => element.scrollWidth - (element.parentElement?.clientWidth ?? 0),
  );
  expect(cut).toBeLessThanOrEqual(0);
  await table.getByRole("link", { name: "insight" }).click();
  await expect(page).toHaveURL(/type=insight/);
  await expect(table.locator("a[aria-current=true]")).toHaveText("insight");
  await expect(page.locator("#history").getByText("trajectory")).toHaveCount(0);
  await page.goto("/abstraction?compareTo=2020-01-01T00:00:00.000Z");
  await expect(page.getByText(/No type was measured both then and after/)).toBeVisible();
  await page.goto("/abstraction?space=no-such-space/7");
  await expect(page.getByText(/There is no embedding space no-such-space\/7/)).toBeVisible();
  await page.goto("/abstraction?perplexity=7");
  await expect(page.getByText("npx carryover metrics --perplexity 7")).toBeVisible();
});
