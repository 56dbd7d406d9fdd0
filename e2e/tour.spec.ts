import { expect, test } from "@playwright/test";
import { compareRuns, giveReason, harmful } from "./journeys.ts";

test("from a comparison to a lost task, its memory deprecated, the preview changed, the revision found", async ({
  page,
}) => {
  await compareRuns(page, "Demo zero-shot (zero-shot)", "Demo insight memory, cross-domain (memory)");
  await page.getByRole("region", { name: "Verdict" }).getByRole("link", { name: /lost$/ }).click();
  const tasks = page.getByRole("table", { name: "Paired tasks" });
  await tasks.getByRole("link", { name: "go-concurrency/matrix-saddle-finder-b" }).click();

  const candidate = page.getByRole("region", { name: /^Candidate/ });
  await expect(page.getByRole("region", { name: /^Baseline/ })).toContainText("passed");
  await expect(candidate.getByRole("link", { name: harmful, exact: true })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Tasks of this list" })).toContainText(/\d+ of \d+ lost/);
  // One lost task says little: beside the button stands what all tasks say, and that none was lost with it alone.
  await expect(candidate).toContainText(/harmful.*points against Demo zero-shot at \d+ tasks, q < \.001/);
  await expect(candidate).toContainText(/\d+ lost tasks, none alone/);
  const task = page.url();

  await page.getByRole("link", { name: "Preview its retrieval" }).click();
  const retrieved = page.getByRole("region", { name: /^Retrieved memories/ });
  await expect(retrieved.getByRole("link", { name: harmful })).toBeVisible();

  await page.goto(task);
  await candidate.getByRole("button", { name: `Deprecate ${harmful}` }).click();
  const reason = "Its own test repeats the misreading of the solution";
  await giveReason(page.getByRole("dialog"), reason, "Deprecate 1 memory");
  await expect(candidate.getByText("deprecated").first()).toBeVisible();

  await page.getByRole("link", { name: "Preview its retrieval" }).click();
  await expect(retrieved.getByRole("link").first()).toBeVisible();
  await expect(retrieved.getByRole("link", { name: harmful })).toBeHidden();

  await page.goto(task);
  await candidate.getByRole("link", { name: harmful, exact: true }).click();
  const revisions = page.getByRole("region", { name: /^Revisions/ });
  await expect(revisions).toContainText(reason);
  await expect(revisions).toContainText("deprecate");
});
