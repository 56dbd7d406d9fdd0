import { expect, test } from "@playwright/test";

test("own words find memories, leave the target's own out, and give the exact prompt", async ({ page }) => {
  await page.goto("/retrieval");
  await page.getByRole("radio", { name: "Free text" }).check();
  await page
    .getByRole("textbox", { name: "What the agent is to do" })
    .fill("Compile a C library from a source archive and link a static tool");
  await page.getByRole("combobox", { name: "Target benchmark" }).selectOption("CompileBench");
  await page.getByRole("combobox", { name: "Type" }).selectOption("workflow");
  await page.getByRole("button", { name: "Preview" }).click();

  const retrieved = page.getByRole("region", { name: /^Retrieved memories/ });
  // The head is a row as well.
  await expect(retrieved.getByRole("row")).toHaveCount(4);
  // Space shows the row uncut, and why the agent may see it.
  await page.keyboard.press("j");
  await page.keyboard.press("Space");
  await expect(page.getByRole("complementary", { name: "Focused row" })).toContainText(
    "Active, and not from CompileBench.",
  );
  await expect(page.getByRole("region", { name: /^Prompt block \(\d+ tokens\)/ })).toContainText(
    "Memory Item 1",
  );
  const leftOut = page.getByRole("region", { name: /^Left out/ });
  await expect(leftOut).toContainText("CompileBench");

  const shared = page.url();
  await page.goto("about:blank");
  await page.goto(shared);
  await expect(retrieved.getByRole("row")).toHaveCount(4);
});

test("an empty request teaches instead of failing", async ({ page }) => {
  await page.goto("/retrieval");
  await expect(page.getByRole("heading", { level: 1, name: "Retrieval" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("npx carryover retrieve");
});

test("a link that asks for a chat model fills the form and asks nothing until Preview is pressed", async ({
  page,
}) => {
  await page.goto("/retrieval?q=Repair+the+parser&type=workflow&method=rerank");
  await expect(page.getByRole("textbox", { name: "What the agent is to do" })).toHaveValue(
    "Repair the parser",
  );
  await expect(page.getByRole("combobox", { name: "Method" })).toHaveValue("rerank");
  await expect(page.getByRole("main")).toContainText("Opening a link asks no model");
  await page.getByRole("combobox", { name: "k", exact: true }).selectOption("2");
  await expect(page.getByRole("main")).toContainText("Opening a link asks no model");

  const refused = await page.request.get("/api/retrieve?q=Repair+the+parser&method=rewrite");
  expect(refused.status()).toBe(405);
});

test("a plan is what workflows are compared with, and the page says so", async ({ page }) => {
  await page.goto("/retrieval?q=Repair+the+parser&type=all&k=5");
  const retrieved = page.getByRole("region", { name: /^Retrieved memories/ });
  await expect(retrieved).toContainText("compared with the task text");
  await page.getByText("Plan and goal").click();
  await page.getByRole("textbox", { name: "Plan" }).fill("Compile a C library from a source archive");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(retrieved).toContainText("the plan (workflows, insights)");
  await expect(page).toHaveURL(/plan=Compile/);
});
