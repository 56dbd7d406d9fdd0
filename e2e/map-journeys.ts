import { expect, type Locator, type Page } from "@playwright/test";

/** Titles of the planted memories that lose tasks. */
export const harmful = [
  "Trust a quick test of your own and hand in as soon as it passes",
  "Replace the plain version with an optimised structure before the first run",
  "Clean the tree and reinstall the toolchain before the first build or test run",
];

export function plot(page: Page, type: string): Locator {
  return page.getByRole("application", { name: new RegExp(`^Map of [\\d,]+ ${type} memories`) });
}

export function shown(page: Page): Locator {
  return page.getByRole("table", { name: "Memories shown" });
}

export function inspector(page: Page): Locator {
  return page.getByRole("complementary", { name: "Inspector" });
}

export async function openTable(page: Page): Promise<void> {
  const toggle = page.getByRole("button", { name: "Table", exact: true });
  await expect(async () => {
    if ((await toggle.getAttribute("aria-expanded")) !== "true") await toggle.click();
    await expect(toggle).toHaveAttribute("aria-expanded", "true", { timeout: 1000 });
  }).toPass();
}

export async function openFilters(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Filters/ }).click();
  await expect(page.getByRole("complementary", { name: "Filters" })).toBeVisible();
}

export async function lookFor(page: Page, question: string): Promise<void> {
  await page.getByRole("button", { name: "Look for" }).click();
  await page.getByRole("menuitem", { name: question }).click();
}

/** Draws around everything on a map. */
export async function lassoAll(page: Page, map: Locator): Promise<void> {
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

/** Chooses a run of the effect plane by how its name begins. */
export async function chooseRun(page: Page, side: "Baseline" | "Candidate", name: RegExp): Promise<void> {
  const picker = page.getByRole("combobox", { name: side });
  const options = await picker.getByRole("option").allTextContents();
  await picker.selectOption({ label: options.find((option) => name.test(option)) ?? "" });
}
