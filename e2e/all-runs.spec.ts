import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";

// Before other journeys import runs of their own: files go by their names.
test.use({ viewport: { width: 1280, height: 900 } });

test("all runs at once: from the matrix to a pair, the tasks they disagree about, and what is said of a run", async ({
  page,
}) => {
  await page.goto("/runs");
  const matrix = page.getByRole("table", { name: "Results matrix" });
  await expect(matrix.getByRole("rowheader")).toContainText(["Aider Polyglot"]);
  await expect(
    page.getByText(/differences tested: \d+ with p ≤ \.05.*Benjamini-Hochberg over all/),
  ).toBeVisible();

  // A choice is in the address, and an arrow key moves from cell to cell.
  await page.getByRole("combobox", { name: "Measure" }).selectOption({ label: "pass^3" });
  await expect(page).toHaveURL(/measure=all/);
  const cell = matrix.getByRole("link", {
    name: /^Demo workflow memory, cross-domain, Aider Polyglot: pass\^3/,
  });
  await expect(cell).toHaveAccessibleName(
    /\[.* to .* points\] against Demo zero-shot over \d+ paired tasks; p .*, q /,
  );
  await cell.focus();
  await page.keyboard.press("ArrowDown");
  await expect(
    matrix.getByRole("link", { name: /^Demo workflow memory, cross-domain, LiveCodeBench/ }),
  ).toBeFocused();

  // Shared as a table of the same choices.
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download" }).click();
  await page.getByRole("menuitem", { name: "LaTeX table" }).click();
  const file = await (await downloading).path();
  expect(readFileSync(file, "utf8")).toContain("\\begin{tabular}{lrrrrr}");

  // A cell opens its pair, narrowed to the benchmark; there the comparison is checked for fairness.
  await cell.click();
  await expect(page).toHaveURL(/tab=tasks.*benchmark=Aider/);
  await page.getByRole("button", { name: /^Fair comparison: .*unknown/ }).click();
  await expect(page.getByRole("list", { name: "Fair comparison" })).toContainText(
    "Time-out unknown: not recorded for both",
  );

  // The heat map begins with what runs disagree about; a cell opens the pair of trials.
  await page.goto("/runs?tab=tasks");
  await page.getByRole("searchbox", { name: "Search tasks" }).fill("tree-builder");
  const heat = page.getByRole("table", { name: "Tasks by runs" });
  await heat
    .getByRole("link", { name: /Demo insight memory.*opens the pair$/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/compare\/task\?/);

  // What no import recorded is stated on the run's page, and curves are drawn over it.
  await page.goto("/runs");
  await matrix.getByRole("columnheader").getByRole("link", { name: "Demo insight memory" }).click();
  await page.getByRole("button", { name: "Edit run facts" }).click();
  await page.getByRole("textbox", { name: "Pool size" }).fill("many");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Pool size is a number")).toBeVisible();
  await page.getByRole("textbox", { name: "Pool size" }).fill("431");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("form", { name: "Run facts" })).toBeHidden();
  await page.goto("/runs?tab=curves");
  await expect(page.getByRole("table", { name: "Pool size" }).getByRole("row").nth(1)).toContainText("431");

  // Published shares are whole tasks, and say what they leave open.
  await page.goto("/runs?tab=published");
  await expect(
    page.getByText(/^Insights: net \+18 tasks\. Significant only if at most 74 tasks/),
  ).toBeVisible();
});
