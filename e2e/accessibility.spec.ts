import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { everyPage, openPage } from "./every-page.ts";

const views = [
  { scheme: "light", width: 1280 },
  { scheme: "dark", width: 390 },
] as const;

for (const { scheme, width } of views) {
  test.describe(`${scheme}, ${width} px wide`, () => {
    test.use({ colorScheme: scheme, viewport: { width, height: 844 } });
    for (const [name, open] of everyPage) {
      test(`axe finds nothing on ${name}, and it does not scroll sideways`, async ({ page }) => {
        await openPage(page, open);
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
