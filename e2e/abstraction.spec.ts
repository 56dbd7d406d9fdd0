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
  await expect(comparison.getByRole("row", { name: /^insight/ })).toContainText("-1");
  await expect(comparison.getByRole("row", { name: /^insight/ })).toContainText("1 went");
  const trend = page.locator("#before-and-after [data-slot=chart]");
  await expect(trend.locator("svg .recharts-scatter-line").first()).toBeVisible();
  await trend.getByText("Table of the numbers").click();
  const measured = trend.getByRole("table", { name: "History of the metrics" });
  // The import's measurement too, where that was of another pool.
  await expect(measured.getByRole("row", { name: /^insight/ }).nth(1)).toBeVisible();
  await page.getByRole("combobox", { name: "Compare" }).selectOption("day");
  await expect(page).toHaveURL(/history=day/);
  await expect(page.getByText("All measurements are of one day")).toBeVisible();
  await curate(page, "Restore");
});
