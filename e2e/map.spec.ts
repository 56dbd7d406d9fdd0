import { expect, test } from "@playwright/test";
import { giveReason, openMemory } from "./journeys.ts";
import {
  chooseRun,
  harmful,
  inspector,
  lassoAll,
  lookFor,
  openFilters,
  openTable,
  plot,
  shown,
} from "./map-journeys.ts";

const mislabeled =
  "The task was to build a static network tool from a source archive with a second C library and to strip it.";

test("the map alone leads to the planted harmful memories", async ({ page }) => {
  await page.goto("/map");
  await lookFor(page, "Loses tasks");
  await expect(page).toHaveURL(/color=effect/);
  await openTable(page);
  const rowOf = (title: string) => shown(page).getByRole("row").filter({ hasText: title });
  // The optimizing one was nearly always shown with another, and the data can't tell the two apart.
  await expect(rowOf(harmful[0] ?? "")).toContainText(/harmful, q < \.001/);
  await expect(rowOf(harmful[1] ?? "")).toContainText(/suspected/);
  await expect(rowOf(harmful[2] ?? "")).toContainText(/harmful, q < \.001/);
  await expect(shown(page).getByText(/harmful, q/)).toHaveCount(2);
  await expect(shown(page).getByRole("row").nth(1)).toContainText("harmful");
  await expect(page.getByText(/2 harmful and \d+ helpful at q ≤ \.05/)).toBeVisible();
  await expect(page.getByText(/at net ≤ −2 tasks; chance alone gives about \d+/)).toBeVisible();
});

test("the map alone leads to the planted mislabeled memory", async ({ page }) => {
  await page.goto("/map");
  await lookFor(page, "Among another benchmark");
  await openTable(page);
  // The most foreign one comes first, below the head of the table.
  await expect(shown(page).getByRole("row").nth(1)).toContainText(mislabeled);
});

test("a lasso deprecates them, and brings them back", async ({ page }) => {
  await page.goto("/map?type=insight");
  await lookFor(page, "Loses tasks");
  await openTable(page);
  await openFilters(page);
  await page.getByRole("spinbutton", { name: "q of the effect, to" }).fill("0.05");
  await page.keyboard.press("Enter");
  await expect(shown(page).getByRole("button", { name: harmful[0] ?? "" })).toBeVisible();
  await lassoAll(page, plot(page, "insight"));
  await expect(page.getByRole("heading", { name: /^\d+ selected$/ })).toBeVisible();
  const count = Number.parseInt(
    (await page.getByRole("heading", { name: /^\d+ selected$/ }).textContent()) ?? "",
    10,
  );

  const bar = page.getByRole("region", { name: "Selection" });
  await bar.getByRole("button", { name: "Deprecate", exact: true }).click();
  const memories = count === 1 ? "1 memory" : `${count} memories`;
  await giveReason(page.getByRole("dialog"), "They lose tasks", `Deprecate ${memories}`);
  const selected = page.getByRole("table", { name: "Selected memories" });
  await expect(selected.getByText("deprecated")).toHaveCount(count);

  await bar.getByRole("button", { name: "More actions for the selection" }).click();
  await page.getByRole("menuitem", { name: "Restore", exact: true }).click();
  await giveReason(page.getByRole("dialog"), "Only a trial", `Restore ${memories}`);
  await expect(selected.getByText("active")).toHaveCount(count);
});

test("the map takes in an edited memory by itself", async ({ page }) => {
  test.slow();
  await openMemory(page, "Keep existing callers working");
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  // The title is what is embedded of an insight.
  const title = "Search for who calls it before its signature changes";
  await page.getByRole("textbox", { name: /^Title/ }).fill(title);
  await page.getByRole("textbox", { name: /^Reason/ }).fill("Says how");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const placed = page.getByRole("button", { name: /^placed since [1-9]/ });
  await expect(async () => {
    await page.goto("/map?type=insight&color=placement");
    await expect(placed).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 60_000 });
  await placed.click({ modifiers: ["Shift"] });
  await openTable(page);
  await expect(shown(page).getByRole("button", { name: title })).toBeVisible();
});

test("an address restores filters and lasso, and the view goes back a step", async ({ page }) => {
  await page.goto("/map?type=workflow");
  await lassoAll(page, plot(page, "workflow"));
  const heading = page.getByRole("heading", { name: /^\d+ selected$/ });
  await expect(heading).toBeVisible();
  const everything = (await heading.textContent()) ?? "";
  await openFilters(page);
  const lisi = page.getByRole("spinbutton", { name: "LISI, from" });
  await lisi.fill("4");
  await lisi.press("Enter");
  await expect(heading).not.toHaveText(everything);
  const text = (await heading.textContent()) ?? "";
  await expect(page).toHaveURL(/range=lisi/);
  await expect(page).toHaveURL(/areas=workflow/);

  await page.reload();
  await expect(page.getByRole("heading", { name: text })).toBeVisible();
  await page.getByRole("button", { name: "all of LISI" }).click();
  await expect(page.getByRole("heading", { name: everything })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("heading", { name: text })).toBeVisible();
  await page.keyboard.press("Control+Shift+z");
  await expect(page.getByRole("heading", { name: everything })).toBeVisible();
});

test("a picture is saved as SVG", async ({ page }) => {
  await page.goto("/map?type=insight");
  await expect(plot(page, "insight")).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "SVG" }).click();
  expect((await download).suggestedFilename()).toBe("carryover-map.svg");
});

test("a harmful memory stands out, abstract or not, and leads on", async ({ page }) => {
  await page.goto("/map");
  await page.getByRole("link", { name: "Effect plane" }).click();
  await expect(page.getByRole("combobox", { name: "Baseline" })).toBeVisible();
  // Which runs are the latest depends on what was imported before.
  await chooseRun(page, "Baseline", /^Demo zero-shot/);
  await chooseRun(page, "Candidate", /^Demo workflow memory/);
  await openTable(page);
  const table = page.getByRole("table", { name: "Memories by abstraction and effect" });
  await expect(table.getByRole("row").nth(1)).toContainText(harmful[2] ?? "");
  await expect(table.getByRole("row").nth(1)).toContainText(/(abstract|specific) and harmful/);
  // What is not beyond chance is not called harmful, however large its effect.
  await expect(table.getByText(/and harmful/)).toHaveCount(1);
  await table.getByRole("button", { name: harmful[2] ?? "" }).click();
  await expect(page).toHaveURL(/\/map\/effects\?.*at=[0-9a-f-]{36}/);
  await expect(inspector(page).getByText("harmful", { exact: true })).toBeVisible();
  await inspector(page).getByRole("link", { name: "Open in full" }).click();
  await expect(page).toHaveURL(/\/memories\/[0-9a-f-]{36}/);
});

test("a query is placed among its nearest", async ({ page }) => {
  await page.goto("/map?type=insight");
  await page.getByRole("textbox", { name: "Query" }).fill("hidden tests fail although my own pass");
  await page.keyboard.press("Enter");
  const retrieved = inspector(page).getByRole("list", { name: "Retrieved for the query" });
  await expect(retrieved.getByRole("listitem")).toHaveCount(10);
  await page.getByRole("button", { name: "Remove the query" }).click();
  await expect(retrieved).toBeHidden();
});

test("two maps share a selection", async ({ page }) => {
  await page.goto("/map/versions");
  const second = page.getByRole("application", { name: /second map$/ });
  await expect(second).toBeVisible();
  await lassoAll(page, page.getByRole("application", { name: /first map$/ }));
  await expect(page.getByRole("heading", { name: /^[1-9][\d,]* selected$/ })).toBeVisible();
});

test.describe("in the dark", () => {
  test.use({ colorScheme: "dark" });

  test("the legend of a number draws the dark ramp, as the map does", async ({ page }) => {
    await page.goto("/map?type=insight&color=lisi");
    const ramp = page.locator("[data-slot=ramp]");
    await expect(ramp).toBeVisible();
    const painted = await ramp.evaluate((element) => getComputedStyle(element).backgroundImage);
    // The ends of the dark ramp, #4a5599 and #f5f2a4; the light one runs from #84c9bf to #2b1a5a.
    expect(painted).toMatch(/^linear-gradient\(to right, rgb\(74, 85, 153\).*rgb\(245, 242, 164\)\)$/);
  });
});
