import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { compareRuns, openMemory } from "./journeys.ts";

// The pictures of the README and the guides. They go to docs/images when CARRYOVER_PICTURES is set, else
// to the test results, so that an ordinary run leaves the checkout as it is.
const folder = process.env["CARRYOVER_PICTURES"] ? "docs/images" : "test-results/pictures";

async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.screenshot({
    path: join(import.meta.dirname, "..", folder, `${name}.png`),
    animations: "disabled",
  });
}

test.use({ viewport: { width: 1280, height: 860 } });

test("overview", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("table", { name: "Memories by type and benchmark" })).toBeVisible();
  await take(page, "overview");
});

test("memories", async ({ page }) => {
  await page.goto("/memories?type=insight");
  await expect(page.getByRole("row").nth(10)).toBeVisible();
  await take(page, "memories");
});

test("a memory", async ({ page }) => {
  await openMemory(page, "Trust a quick test of your own and hand in as soon as it passes");
  await take(page, "memory");
});

test("map", async ({ page }) => {
  await page.goto("/map");
  await expect(page.getByRole("heading", { name: /Trajectory/ })).toBeVisible();
  await page.waitForTimeout(1000);
  await take(page, "map");
});

test("abstraction", async ({ page }) => {
  await page.goto("/abstraction");
  await expect(page.getByRole("table", { name: "DBI and LISI by type" })).toBeVisible();
  await take(page, "abstraction");
});

test("compare", async ({ page }) => {
  await compareRuns(page, "Demo zero-shot (zero-shot)", "Demo insight memory, cross-domain (memory)");
  await take(page, "compare");
});

test("retrieval", async ({ page }) => {
  await page.goto("/retrieval?q=Parse+a+log+file+and+count+the+errors&type=insight");
  await expect(page.getByRole("heading", { name: /^Prompt block/ })).toBeVisible();
  await take(page, "retrieval");
});

test.describe("in the dark", () => {
  test.use({ colorScheme: "dark" });
  test("a lost task", async ({ page }) => {
    await compareRuns(page, "Demo zero-shot (zero-shot)", "Demo insight memory, cross-domain (memory)");
    await page.getByRole("region", { name: "Verdict" }).getByRole("link", { name: /lost$/ }).click();
    await page.getByRole("table", { name: "Paired tasks" }).getByRole("link").first().click();
    await expect(page.getByRole("region", { name: /^Candidate/ })).toBeVisible();
    await take(page, "lost-task");
  });
});
