import { expect, test } from "@playwright/test";
import {
  chooseRun,
  harmful,
  inspector,
  lookFor,
  openFilters,
  openTable,
  plot,
  shown,
} from "./map-journeys.ts";

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
  await expect(page).toHaveURL(/\/map\?.*at=[0-9a-f-]{36}/);
  const title = inspector(page).getByRole("article").getByRole("heading").first();
  const first = await title.textContent();
  await page.keyboard.press("ArrowRight");
  await expect(title).not.toHaveText(first ?? "");
  await page.keyboard.press("o");
  await expect(page).toHaveURL(/\/memories\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(first ?? "");
});

test("a click keeps a memory in the inspector, with its effect, lost tasks and nearest", async ({ page }) => {
  await page.goto("/map?type=insight&color=effect");
  await lookFor(page, "Loses tasks");
  await openTable(page);
  await shown(page)
    .getByRole("button", { name: harmful[0] ?? "" })
    .click();
  const panel = inspector(page);
  await expect(panel.getByRole("heading", { name: harmful[0] ?? "" })).toBeVisible();
  await expect(panel.getByText(/points? against .* at \d+ tasks, q/)).toBeVisible();
  await expect(panel.getByText("harmful", { exact: true })).toBeVisible();
  const lost = panel.getByRole("list", { name: "Tasks lost while it was shown" });
  await expect(lost.getByRole("link").first()).toHaveAttribute("href", /\/compare\/task\?/);
  const nearest = panel.getByRole("list", { name: "Nearest to the memory" });
  await expect(nearest.getByRole("listitem")).toHaveCount(10);
  await nearest.getByRole("button").first().click();
  await expect(panel.getByRole("heading", { name: harmful[0] ?? "" })).toBeHidden();
  await expect(page).toHaveURL(/\/map\?/);
});

test("a dot of the effect plane shows its memory beside the plane, by click and by keys", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("/map/effects");
  const plane = page.getByRole("group", { name: /^[\d,]+ memories by abstraction and effect$/ });
  // Which runs are the latest depends on what was imported before; some have no such memories.
  await chooseRun(page, "Baseline", /^Demo zero-shot/);
  await chooseRun(page, "Candidate", /^Demo workflow memory/);
  await expect(plane).toBeVisible();
  // The address of the runs must have settled before another part of it changes.
  await page.waitForLoadState("networkidle");
  const box = await plane.boundingBox();
  expect(box?.y).toBeLessThanOrEqual(100);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(900);
  const dot = plane.getByRole("button", { name: harmful[2] ?? "" });
  const title = inspector(page).getByRole("article").getByRole("heading").first();
  await dot.click();
  await expect(page).toHaveURL(/\/map\/effects\?.*at=[0-9a-f-]{36}/);
  await expect(title).toHaveText(harmful[2] ?? "");
  await expect(dot).toHaveAttribute("aria-current", "true");
  await page.mouse.move(640, 20);
  await page.keyboard.press("ArrowUp");
  await expect(title).not.toHaveText(harmful[2] ?? "");
  const second = (await title.textContent()) ?? "";
  await page.keyboard.press("Enter");
  await expect(dot).not.toHaveAttribute("aria-current", "true");
  await page.keyboard.press("t");
  await expect(page.getByRole("table", { name: "Memories by abstraction and effect" })).toBeVisible();
  await page.keyboard.press("o");
  await expect(page).toHaveURL(/\/memories\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(second);
});

test("the map fills the window, and remembers what is open around it", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("/map?type=insight");
  const box = await plot(page, "insight").boundingBox();
  expect(box?.y).toBeLessThanOrEqual(100);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(900);
  const scrolls = () => page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
  expect(await scrolls()).toBeLessThanOrEqual(0);
  await openFilters(page);
  await page.keyboard.press("t");
  await expect(shown(page)).toBeVisible();
  await page.keyboard.press("i");
  await expect(inspector(page)).toBeHidden();
  expect(await scrolls()).toBeLessThanOrEqual(0);
  await page.reload();
  await expect(page.getByRole("complementary", { name: "Filters" })).toBeVisible();
  await expect(shown(page)).toBeVisible();
  await expect(inspector(page)).toBeHidden();
});

test("keys go from view to view", async ({ page }) => {
  await page.goto("/map");
  const current = page.getByRole("navigation", { name: "Views of the map" }).locator("[aria-current=page]");
  await expect(current).toHaveText("By type");
  for (const [key, name] of [
    ["1", "One map"],
    ["3", "Effect plane"],
    ["4", "Two layouts"],
    ["2", "By type"],
  ] as const) {
    // The first key may come before the page listens.
    await expect(async () => {
      await page.keyboard.press(key);
      await expect(current).toHaveText(name, { timeout: 2000 });
    }).toPass();
  }
});

test("in a narrow window filters and table are sheets", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/map?type=insight");
  await page.getByRole("button", { name: /^Filters/ }).click();
  await expect(page.getByRole("dialog", { name: "Filters" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await expect(page.getByRole("dialog", { name: /shown$/ })).toBeVisible();
});
