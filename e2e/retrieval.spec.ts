import { expect, test } from "@playwright/test";

test("own words find memories, leave the target's own out, and give the exact prompt", async ({ page }) => {
  await page.goto("/retrieval");
  await page.getByRole("radio", { name: "Own words" }).check();
  await page
    .getByRole("textbox", { name: "What the agent is to do" })
    .fill("Compile a C library from a source archive and link a static tool");
  await page.getByRole("combobox", { name: "Target benchmark" }).selectOption("CompileBench");
  await page.getByRole("combobox", { name: "Type" }).selectOption("workflow");
  await page.getByRole("button", { name: "Preview" }).click();

  const retrieved = page.getByRole("region", { name: /^Retrieved memories/ });
  await expect(retrieved.getByRole("heading", { level: 3 })).toHaveCount(3);
  await expect(retrieved.getByText("Eligible: Active, and not from CompileBench.")).toHaveCount(3);
  await expect(page.getByRole("region", { name: /^Prompt block \(\d+ tokens\)/ })).toContainText(
    "Memory Item 1",
  );
  const leftOut = page.getByRole("region", { name: /^Left out/ });
  await expect(leftOut).toContainText("CompileBench");

  const shared = page.url();
  await page.goto("about:blank");
  await page.goto(shared);
  await expect(retrieved.getByRole("heading", { level: 3 })).toHaveCount(3);
});

test("an empty request teaches instead of failing", async ({ page }) => {
  await page.goto("/retrieval");
  await expect(page.getByRole("heading", { level: 1, name: "Retrieval" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("npx carryover retrieve");
});
