import { expect, test } from "@playwright/test";
import { openMemory } from "./journeys.ts";

const title = "Print only the requested answer and nothing else";

test("a memory is drafted anew by the model, compared, and accepted", async ({ page }) => {
  await openMemory(page, title);
  const address = page.url();
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Regenerate" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Regenerate" })).toBeVisible();
  const make = page.getByRole("button", { name: "Make a draft" });
  await make.click();
  await page.getByRole("button", { name: "Accept and replace" }).click();
  await page.goto(address);
  await page.getByRole("tab", { name: "Revisions (2)" }).click();
  await expect(page.getByRole("tabpanel", { name: /^Revisions/ })).toContainText("regenerate");
});

test("a reply that cannot be read fails where it can be seen", async ({ page }) => {
  await openMemory(page, "Print nothing but the requested answer");
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Regenerate" }).click();
  await page.getByRole("textbox", { name: "Note to the model" }).fill("[[mode:bad]]");
  await page.getByRole("button", { name: "Make a draft" }).click();
  await expect(
    page
      .getByRole("alert")
      .filter({ hasText: /reply|JSON/i })
      .first(),
  ).toBeVisible();
});
