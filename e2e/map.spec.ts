import { expect, type Locator, type Page, test } from "@playwright/test";
import { giveReason, openMemory } from "./journeys.ts";

const harmful = [
  "Trust a quick test of your own and hand in as soon as it passes",
  "Replace the plain version with an optimised structure before the first run",
  "Clean the tree and reinstall the toolchain before the first build or test run",
];
const mislabeled =
  "The task was to build a static network tool from a source archive with a second C library and to strip it.";

function plot(page: Page, type: string): Locator {
  return page.getByRole("application", { name: new RegExp(`^Map of [\\d,]+ ${type} memories`) });
}

async function chooseRun(page: Page, side: "Baseline" | "Candidate", name: RegExp): Promise<void> {
  const picker = page.getByRole("combobox", { name: side });
  const options = await picker.getByRole("option").allTextContents();
  await picker.selectOption({ label: options.find((option) => name.test(option)) ?? "" });
}

function shown(page: Page): Locator {
  return page.getByRole("table", { name: "Memories shown" });
}

/** Draws around everything on a map. */
async function lassoAll(page: Page, map: Locator): Promise<void> {
  await map.scrollIntoViewIfNeeded();
  const box = await map.boundingBox();
  if (!box) throw new Error("The map is not drawn.");
  const at = (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(0.01, 0.02));
  await page.mouse.down();
  for (const [x, y] of [
    [0.9, 0.01],
    [0.9, 0.98],
    [0.01, 0.98],
    [0.01, 0.03],
  ] as const) {
    await page.mouse.move(...at(x, y), { steps: 8 });
  }
  await page.mouse.up();
}

test("the map alone leads to the planted harmful memories", async ({ page }) => {
  await page.goto("/map");
  await page.getByRole("button", { name: "Loses tasks" }).click();
  await expect(page).toHaveURL(/color=effect/);
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
  await page.getByRole("button", { name: "Lives among another benchmark" }).click();
  // The most foreign one comes first, below the head of the table.
  await expect(shown(page).getByRole("row").nth(1)).toContainText(mislabeled);
});

test("a lasso deprecates them, and brings them back", async ({ page }) => {
  await page.goto("/map?type=insight");
  await page.getByRole("button", { name: "Loses tasks" }).click();
  await page.getByRole("spinbutton", { name: "q of the effect, to" }).fill("0.05");
  await page.keyboard.press("Enter");
  await expect(shown(page).getByRole("link", { name: harmful[0] ?? "" })).toBeVisible();
  await lassoAll(page, plot(page, "insight"));
  await expect(page.getByRole("heading", { name: /^\d+ selected$/ })).toBeVisible();
  const count = Number.parseInt(
    (await page.getByRole("heading", { name: /^\d+ selected$/ }).textContent()) ?? "",
    10,
  );

  await page.getByRole("button", { name: "Deprecate", exact: true }).click();
  const memories = count === 1 ? "1 memory" : `${count} memories`;
  await giveReason(page.getByRole("dialog"), "They lose tasks", `Deprecate ${memories}`);
  const selected = page.getByRole("table", { name: "Selected memories" });
  await expect(selected.getByText("deprecated")).toHaveCount(count);

  await page.getByRole("button", { name: "Restore", exact: true }).click();
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
  await expect(shown(page).getByRole("link", { name: title })).toBeVisible();
});

test("an address restores filters and lasso, and the view goes back a step", async ({ page }) => {
  await page.goto("/map?type=workflow");
  await lassoAll(page, plot(page, "workflow"));
  const heading = page.getByRole("heading", { name: /^\d+ selected$/ });
  await expect(heading).toBeVisible();
  const everything = (await heading.textContent()) ?? "";
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

test("the keyboard reaches, selects and opens points", async ({ page }) => {
  await page.goto("/map?type=insight");
  await expect(async () => {
    await plot(page, "insight").focus();
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("status").filter({ hasText: "insight" })).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.keyboard.press("x");
  await expect(page.getByRole("heading", { name: "1 selected" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/memories\/[0-9a-f-]{36}/);
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
  await page.getByRole("link", { name: "Abstraction and effect" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Abstraction and effect" })).toBeVisible();
  // Which runs are the latest depends on what was imported before.
  await chooseRun(page, "Baseline", /^Demo zero-shot/);
  await chooseRun(page, "Candidate", /^Demo workflow memory/);
  const table = page.getByRole("table", { name: "Memories by abstraction and effect" });
  await expect(table.getByRole("row").nth(1)).toContainText(harmful[2] ?? "");
  await expect(table.getByRole("row").nth(1)).toContainText(/(abstract|specific) and harmful/);
  // What is not beyond chance is not called harmful, however large its effect.
  await expect(table.getByText(/and harmful/)).toHaveCount(1);
  await table.getByRole("row").nth(1).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/memories\/[0-9a-f-]{36}/);
});

test("a query is placed among its nearest, and one memory shows its neighbors", async ({ page }) => {
  await page.goto("/map?type=insight");
  await page.getByRole("textbox", { name: "Query" }).fill("hidden tests fail although my own pass");
  await page.getByRole("button", { name: "Place the query" }).click();
  const retrieved = page.getByRole("table", { name: "Retrieved for the query" });
  await expect(retrieved.getByRole("row")).toHaveCount(11);
  await page.getByRole("button", { name: "Remove it" }).click();
  await shown(page).getByRole("checkbox").first().click();
  await expect(page.getByRole("table", { name: "Nearest to the memory" }).getByRole("row")).toHaveCount(11);
});

test("two maps share a selection", async ({ page }) => {
  await page.goto("/map/versions");
  const second = page.getByRole("application", { name: /second map$/ });
  await expect(second).toBeVisible();
  await lassoAll(page, page.getByRole("application", { name: /first map$/ }));
  await expect(page.getByRole("heading", { name: /^[1-9][\d,]* selected on both maps$/ })).toBeVisible();
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
