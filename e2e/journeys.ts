import { expect, type Locator, type Page } from "@playwright/test";

/** A planted truth of the demo pool: retrieved often, loses tasks that are solved without it. */
export const harmful = "Trust a quick test of your own and hand in as soon as it passes";

/** Finds a memory by words of its title and opens it, as a person would. */
export async function openMemory(page: Page, title: string): Promise<void> {
  await page.goto("/memories");
  await page.getByRole("searchbox", { name: "Search memories" }).fill(title);
  await page.waitForURL((url) => url.searchParams.get("q") === title);
  await page.getByRole("link", { name: title, exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

/** Opens the comparison of two runs of the demo pool. */
export async function compareRuns(page: Page, base: string, candidate: string): Promise<void> {
  await page.goto("/compare");
  await page.getByRole("combobox", { name: "Baseline" }).selectOption({ label: base });
  await page.getByRole("combobox", { name: "Candidate" }).selectOption({ label: candidate });
  await expect(page.getByRole("region", { name: "Verdict" })).toBeVisible();
}

/** Gives the reason that a dialog asks for, and confirms. */
export async function giveReason(dialog: Locator, reason: string, confirm: string): Promise<void> {
  await dialog.getByRole("textbox", { name: /^Reason/ }).fill(reason);
  await dialog.getByRole("button", { name: confirm }).click();
  await expect(dialog).toBeHidden();
}
