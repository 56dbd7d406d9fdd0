import { expect, test } from "@playwright/test";

const pages = [
  "/",
  "/memories",
  "/map",
  "/map/effects",
  "/map/versions",
  "/abstraction",
  "/retrieval",
  "/runs",
  "/compare",
  "/suspects",
  "/regenerate",
  "/import",
  "/jobs",
  "/settings",
];

for (const path of pages) {
  test(`${path} has a heading and breaks nothing`, async ({ page }) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(errors).toEqual([]);
  });
}
