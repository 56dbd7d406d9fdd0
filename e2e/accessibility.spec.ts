import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

/** Every page, and how to get to those that need an id. */
const pages: [string, string | ((page: Page) => Promise<void>)][] = [
  ["overview", "/"],
  ["memories", "/memories"],
  ["a memory", (page) => follow(page, "/memories?type=trajectory", /\/memories\/[0-9a-f-]{36}$/)],
  ["the edit form", (page) => followEdit(page)],
  ["map", "/map"],
  ["abstraction and effect", "/map/effects"],
  ["two maps", "/map/versions"],
  ["abstraction", "/abstraction"],
  ["retrieval", "/retrieval?q=parse+a+log+file"],
  ["runs", "/runs"],
  ["a run", (page) => follow(page, "/runs", /\/runs\/[0-9a-f-]{36}$/)],
  ["trials", "/trials"],
  ["a trial", (page) => follow(page, "/trials", /\/trials\/[0-9a-f-]{36}/)],
  ["compare", (page) => compare(page)],
  ["regenerate", "/regenerate"],
  ["import", "/import"],
  ["jobs", "/jobs"],
  ["a job", (page) => follow(page, "/jobs", /\/jobs\/[0-9a-f-]{36}$/)],
  ["settings", "/settings"],
  ["not found", "/no-such-page"],
];

/** Opens the first link of a page's main part that leads where the pattern says. */
async function follow(page: Page, from: string, to: RegExp): Promise<void> {
  await page.goto(from);
  const links = page.getByRole("main").getByRole("link");
  await expect
    .poll(async () =>
      (await links.evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""))).some((href) =>
        to.test(href),
      ),
    )
    .toBe(true);
  const hrefs = await links.evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  await page.goto(hrefs.find((href) => to.test(href)) ?? from);
}

async function followEdit(page: Page): Promise<void> {
  await follow(page, "/memories?type=insight", /\/memories\/[0-9a-f-]{36}$/);
  await page.goto(`${page.url()}/edit`);
}

async function compare(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("link", { name: "Open" }).first().click();
  await expect(page.getByRole("region", { name: "Verdict" })).toBeVisible();
}

const views = [
  { scheme: "light", width: 1280 },
  { scheme: "dark", width: 390 },
] as const;

for (const { scheme, width } of views) {
  test.describe(`${scheme}, ${width} px wide`, () => {
    test.use({ colorScheme: scheme, viewport: { width, height: 844 } });
    for (const [name, open] of pages) {
      test(`axe finds nothing on ${name}, and it does not scroll sideways`, async ({ page }) => {
        if (typeof open === "string") await page.goto(open);
        else await open(page);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expect(page.getByRole("heading", { name: "This page could not be shown" })).toBeHidden();
        // What streams in later is looked at as well.
        await page.waitForLoadState("networkidle");
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`),
        ).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        ).toBeLessThanOrEqual(0);
      });
    }
  });
}
