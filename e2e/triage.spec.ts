import { expect, test } from "@playwright/test";
import { compareRuns } from "./journeys.ts";

test.use({ viewport: { width: 1280, height: 900 } });

test("from the triage of lost tasks to one of them: search its steps, see what was read, label it and take that back", async ({
  page,
}) => {
  await compareRuns(page, "Demo zero-shot (zero-shot)", "Demo insight memory, cross-domain (memory)");
  const parts = page.getByRole("navigation", { name: "Parts of the comparison" });
  await parts.getByRole("link", { name: "Triage" }).click();
  await expect(page.getByRole("table", { name: "Causes of lost tasks" })).toBeVisible();
  await expect(page.getByText(/^0 of \d+ lost tasks labeled$/)).toBeVisible();
  await expect(page.getByRole("table", { name: /^Cues at lost tasks/ })).toContainText(
    "Own check passed last",
  );
  await page.getByRole("link", { name: "Next untriaged" }).click();

  const triage = page.getByRole("region", { name: "Triage" });
  await expect(triage).toBeVisible();
  const named = page
    .getByRole("region", { name: "Memories shown to the candidate" })
    .getByText("named in step");
  await named.first().getByRole("link").first().click();
  await expect(page).toHaveURL(/#cand-1$/);
  await expect(page.locator("#cand-1")).toHaveAttribute("open", "");
  await expect(page.locator("#cand-1")).toContainText(/Names #\d/);

  await page.getByRole("searchbox", { name: "Search in the steps" }).fill("memory item");
  await expect(page.getByText(/^\d+ match(es)? in \d+ steps?$/)).toBeVisible();
  await page.getByRole("searchbox", { name: "Search in the steps" }).press("Enter");
  await expect(page.locator("mark[data-found]").first()).toBeVisible();
  await page.getByRole("checkbox", { name: "Scroll together" }).uncheck();
  await expect(page.getByRole("group", { name: "Steps of the candidate" })).toBeVisible();

  await triage.getByRole("textbox", { name: "Note" }).fill("trusted its own test");
  await triage.getByRole("button", { name: "False validation confidence" }).click();
  await expect(triage.getByRole("button", { name: "False validation confidence" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expect(triage).toContainText("1 of ");
  await triage.getByRole("button", { name: "Undo label" }).click();
  await expect(triage).toContainText("0 of ");
});

test("an agent reads a trial as text and as JSON", async ({ page, request }) => {
  await page.goto("/trials?outcome=failed");
  await page.getByRole("table", { name: "Trials" }).getByRole("link").first().click();
  const link = page.getByRole("link", { name: "Text", exact: true });
  const text = await (await request.get((await link.getAttribute("href")) ?? "")).text();
  expect(text).toContain("## Task statement");
  const json = await page.getByRole("link", { name: "JSON", exact: true }).getAttribute("href");
  expect(await (await request.get(json ?? "")).json()).toMatchObject({ kind: "carryover-trial/1" });
});

test("the judge's page shows verdicts against the verifier, or says what to import", async ({ page }) => {
  await page.goto("/judge");
  const verdicts = page.getByRole("table", { name: "Judge against verifier, trials" });
  await expect(verdicts.or(page.getByText("No verdicts of a judge"))).toBeVisible();
});
