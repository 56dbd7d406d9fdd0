import { expect, test } from "@playwright/test";

test("the rule for MLGym's outcomes is kept as typed, and a part that can't be read is named", async ({
  page,
}) => {
  await page.goto("/settings");
  const form = page.getByRole("form", { name: "MLGym outcomes" });
  const save = form.getByRole("button", { name: "Save rule" });
  await form.getByLabel("Metrics and thresholds").fill("Gadgets is better");
  await save.click();
  await expect(form.getByText('"Gadgets is better" is not a rule')).toBeVisible();

  await form.getByLabel("Margin").fill("5%");
  await form.getByLabel("Metrics and thresholds").fill("Gadgets = lower\ntoyTask: .8");
  await save.click();
  await expect(page.getByText("Import MLGym's runs again")).toBeVisible();
  await page.reload();
  await expect(form.getByLabel("Margin")).toHaveValue("5%");
  await expect(form.getByLabel("Metrics and thresholds")).toHaveValue("Gadgets: lower\ntoyTask: 0.8");

  await form.getByLabel("Margin").fill("");
  await form.getByLabel("Metrics and thresholds").fill("");
  await save.click();
  await expect(form.getByLabel("Margin")).toHaveValue("0");
});
