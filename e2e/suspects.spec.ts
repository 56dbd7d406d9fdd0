import { expect, test } from "@playwright/test";
import { giveReason, harmful } from "./journeys.ts";

test("a suspect is read by keys, judged, and deprecated on its evidence", async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto("/suspects");
  await page
    .getByRole("combobox", { name: "Baseline" })
    .selectOption({ label: "Demo zero-shot (zero-shot)" });
  await expect(page).toHaveURL(/base=/);
  const candidate = page.getByRole("combobox", { name: "Candidate" });
  await candidate.selectOption({ label: "Demo insight memory, cross-domain (memory)" });
  await expect(page).toHaveURL(/cand=/);
  const rows = page.getByRole("table", { name: "Suspects" }).getByRole("row");
  // The joint model is fitted once for each pair of runs, by a job that the page waits for.
  await expect(rows.nth(1)).toContainText(harmful, { timeout: 60_000 });
  const found = page.getByRole("paragraph").filter({ hasText: /^0 of \d+ judged\./ });
  await expect(found).toContainText("by chance alone");

  // The first row by keys; they answer once the page listens.
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(rows.nth(1)).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: harmful })).toBeVisible();

  // j and k go over the tasks, J and K over the cases.
  const tasks = page.getByRole("table", { name: "Tasks of this case" });
  const open = tasks.locator("[aria-current=true]");
  const first = await open.textContent();
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(open).not.toHaveText(first ?? "", { timeout: 1000 });
  }).toPass();
  const second = ((await open.textContent()) ?? "").replace("▸ ", "");
  await expect(page.getByRole("region", { name: `Trials of ${second}` })).toBeVisible();
  await expect(page.getByRole("region", { name: /^Baseline: / })).toContainText("Trial");
  await page.keyboard.press("Shift+J");
  await expect(page.getByRole("heading", { level: 1, name: harmful })).toBeHidden();
  await page.keyboard.press("Shift+K");
  await expect(page.getByRole("heading", { level: 1, name: harmful })).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toContainText(
    "Next case of the list",
  );
  await page.keyboard.press("Escape");

  // A verdict is kept with its note, and can be taken back.
  await page.getByRole("textbox", { name: "Note" }).fill("Hands in after its own test");
  await page.getByRole("button", { name: "harmful", exact: true }).click();
  await expect(page.getByText(/^1 of \d+ judged$/)).toBeVisible();
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Note" })).toHaveValue("Hands in after its own test");
  await page.getByRole("button", { name: "unclear", exact: true }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name: "harmful", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );

  // An agent reads the same as text.
  const href = await page.getByRole("link", { name: "As text" }).getAttribute("href");
  const text = await (await page.request.get(href ?? "")).text();
  expect(text).toContain(`# Case: ${harmful}`);
  expect(text).toContain("Verdict: harmful");

  // What no lost task speaks of alone is said before it is deprecated; the revision keeps the case.
  const address = page.url();
  await page.getByRole("button", { name: `Deprecate ${harmful}` }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("No task was lost with this memory alone");
  await giveReason(dialog, "It loses tasks", "Deprecate 1 memory");
  await page.getByRole("link", { name: harmful, exact: true }).click();
  await page.getByRole("tab", { name: /^Revisions/ }).click();
  const revisions = page.getByRole("tabpanel", { name: /^Revisions/ });
  await revisions.getByText(/^Evidence/).click();
  await expect(revisions).toContainText("lost with others");
  await revisions.getByRole("link", { name: "The case" }).click();
  await expect(page.getByRole("heading", { level: 1, name: harmful })).toBeVisible();

  // As others of these tests want to find it.
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("button", { name: `Deprecate ${harmful}` })).toBeVisible();
  await page.goto(address);
  await page.getByRole("button", { name: "Withdraw" }).click();
  await expect(page.getByText("Verdict: none yet")).toBeVisible();
});
