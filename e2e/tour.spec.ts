import { expect, test } from "@playwright/test";
import { compareRuns, giveReason, harmful } from "./journeys.ts";

test("from a comparison to a lost task, its memory deprecated, the preview changed, the revision found", async ({
  page,
}) => {
  await compareRuns(page, "Demo zero-shot (zero-shot)", "Demo insight memory, cross-domain (memory)");
  await page.getByRole("region", { name: "Verdict" }).getByRole("link", { name: /lost$/ }).click();
  const tasks = page.getByRole("table", { name: "Paired tasks" });
  await tasks.getByRole("link", { name: "go-concurrency/matrix-saddle-finder-b" }).click();

  const shown = page.getByRole("region", { name: "Memories shown to the candidate" });
  await expect(page.getByRole("region", { name: /^Candidate/ })).toContainText("failed");
  await expect(page.getByRole("region", { name: /^Baseline/ })).toContainText("passed");
  await expect(shown.getByRole("link", { name: harmful, exact: true })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Tasks of this list" })).toContainText(/\d+ of \d+ lost/);
  // One lost task says little: beside the button stands what all tasks say, and that none was lost with it alone.
  await expect(shown).toContainText(/harmful.*points at \d+ tasks, q < \.001; \d+ lost, none alone/);
  // The work begins where the eye is: the steps of both, side by side.
  const steps = await page.getByRole("region", { name: /^Trajectories/ }).boundingBox();
  expect(steps?.y).toBeLessThanOrEqual(400);
  const task = page.url();
  // The next lost task is one key away, and so is the way back.
  const title = page.getByRole("heading", { level: 1 });
  await page.keyboard.press("j");
  await expect(title).not.toHaveText("go-concurrency/matrix-saddle-finder-b");
  await page.keyboard.press("k");
  await expect(title).toHaveText("go-concurrency/matrix-saddle-finder-b");

  await page.getByRole("link", { name: "Preview retrieval" }).click();
  const retrieved = page.getByRole("region", { name: /^Retrieved memories/ });
  await expect(retrieved.getByRole("link", { name: harmful })).toBeVisible();

  await page.goto(task);
  await shown.getByRole("button", { name: `Deprecate ${harmful}` }).click();
  const reason = "Its own test repeats the misreading of the solution";
  await giveReason(page.getByRole("dialog"), reason, "Deprecate 1 memory");
  await expect(shown.getByText("deprecated").first()).toBeVisible();

  await page.getByRole("link", { name: "Preview retrieval" }).click();
  await expect(retrieved.getByRole("link").first()).toBeVisible();
  await expect(retrieved.getByRole("link", { name: harmful })).toBeHidden();

  await page.goto(task);
  await shown.getByRole("link", { name: harmful, exact: true }).click();
  await page.getByRole("tab", { name: /^Revisions/ }).click();
  const revisions = page.getByRole("tabpanel", { name: /^Revisions/ });
  await expect(revisions).toContainText(reason);
  await expect(revisions).toContainText("deprecate");
});
