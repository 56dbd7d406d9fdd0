import { expect, test } from "@playwright/test";
import { giveReason, harmful, openMemory } from "./journeys.ts";

const title = "Set up the analysis stack on Python 3.6 with pip 9 and the 2018 releases";

test("an edit needs a reason, is saved with a diff, and can be taken back", async ({ page }) => {
  await openMemory(page, title);
  await page.getByRole("link", { name: "Edit" }).click();
  const goal = page.getByRole("textbox", { name: /^Goal/ });
  await goal.fill("Set up the analysis stack with the releases that the paper names");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("textbox", { name: /^Reason/ })).toHaveAttribute("aria-invalid", "true");
  await expect(goal).toHaveValue("Set up the analysis stack with the releases that the paper names");

  await page.getByRole("textbox", { name: /^Reason/ }).fill("Those versions are long unsupported");
  await page.keyboard.press("Control+s");
  await expect(
    page.getByRole("heading", { level: 1, name: /with the releases that the paper names/ }),
  ).toBeVisible();
  await page.getByRole("tab", { name: "Revisions (2)" }).click();
  const revisions = page.getByRole("tabpanel", { name: /^Revisions/ });
  await expect(revisions).toContainText("Those versions are long unsupported");
  await revisions.getByRole("button", { name: "Revert to this" }).click();
  await page.getByRole("button", { name: "Revert to revision 1" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole("tab", { name: "Revisions (3)" })).toBeVisible();
});

test("two edits at once: the second is told, and keeps what was typed", async ({ page, context }) => {
  await openMemory(page, "Keep the resolver cache in step with the plug-in registry");
  await page.getByRole("link", { name: "Edit" }).click();
  const description = page.getByRole("textbox", { name: /^Description/ });
  await description.fill("Typed in the first window");
  await page.getByRole("textbox", { name: /^Reason/ }).fill("first");
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole("textbox", { name: /^Description/ }).fill("Saved by the second window");
  await other.getByRole("textbox", { name: /^Reason/ }).fill("second");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByText("Saved by the second window").first()).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  const conflict = page.getByRole("alert").filter({ hasText: "Someone else saved first" });
  await expect(conflict).toContainText("Revision 2 was saved while you edited revision 1.");
  await expect(conflict).toContainText("Saved by the second window");
  await expect(conflict.getByRole("button", { name: "Use revision 2" })).toBeVisible();
  await expect(description).toHaveValue("Typed in the first window");
});

test("several memories are deprecated at once, and the undo brings them back", async ({ page }) => {
  await page.goto("/memories?benchmark=CompileBench&type=insight&lifecycle=active");
  const table = page.getByRole("table");
  await table.getByRole("row").nth(1).getByRole("checkbox").click();
  await table.getByRole("row").nth(2).getByRole("checkbox").click();
  const before = await table.getByRole("row").count();
  await page.getByRole("region", { name: "Selection" }).getByRole("button", { name: "Deprecate" }).click();
  await giveReason(page.getByRole("dialog"), "Tried the undo", "Deprecate 2 memories");
  await expect(table.getByRole("row")).toHaveCount(before - 2);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(table.getByRole("row")).toHaveCount(before);
});

test("the table is driven by the keyboard and by the address", async ({ page }) => {
  await page.goto("/memories?type=insight&benchmark=MLGym-Bench");
  await expect(page.getByRole("row")).toHaveCount(8);
  await page.getByRole("button", { name: "Title" }).click();
  await expect(page).toHaveURL(/sort=title/);
  await page.reload();
  await expect(page.getByRole("columnheader", { name: "Title" })).toHaveAttribute(
    "aria-sort",
    /ascending|descending/,
  );
  // Keys answer once the page is alive, which the server's first picture does not tell.
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(page.getByRole("row").nth(1)).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("x");
  await expect(page.getByRole("region", { name: "Selection" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/memories\/[0-9a-f-]{36}/);
});

test("what runs and lint say of memories is sorted by, narrowed to, and stands in the address", async ({
  page,
}) => {
  await page.goto("/memories");
  await page.getByRole("button", { name: "Effect [q]" }).click();
  await expect(page).toHaveURL(/sort=effect/);
  await page.goto("/memories?sort=effect&order=asc");
  const effects = page.getByRole("group", { name: "Effect" });
  const choice = effects.getByRole("checkbox", { name: /^harmful/ });
  const label = await effects
    .locator("label")
    .filter({ hasText: /^harmful/ })
    .textContent();
  const count = Number(label?.match(/\d+/)?.[0]);
  await choice.click();
  await expect(page).toHaveURL(/effect=harmful/);
  await expect(page.getByRole("row")).toHaveCount(count + 1);
  await page.reload();
  await expect(page.getByRole("link", { name: harmful, exact: true })).toBeVisible();
  await expect(choice).toBeChecked();

  // What is downloaded is what is shown.
  const answer = await page.request.get(`/api/export?format=jsonl&${new URL(page.url()).searchParams}`);
  expect((await answer.text()).trim().split("\n")).toHaveLength(count);
});

test("a phrase in the title comes first in a search", async ({ page }) => {
  await page.goto(`/memories?q=${encodeURIComponent("quick test of your own")}`);
  await expect(page.getByRole("row").nth(1).getByRole("link")).toHaveText(harmful);
});

test("no match says so and leads back", async ({ page }) => {
  await page.goto("/memories?q=zzzz-no-such-word");
  await expect(page.getByRole("heading", { name: /No memor/ })).toBeVisible();
  await page.getByRole("button", { name: /Clear/ }).first().click();
  await expect(page.getByRole("row").nth(5)).toBeVisible();
});
