import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { everyPage, openPage } from "./every-page.ts";
import { measurePage, type PageMeasures, type TableMeasures } from "./measure-page.ts";

/** In px and rows, at 1280 x 900 and with every choice as it is at first. */
const limits = { contentTop: 100, rowHeight: 36, rowsInView: 20 };
/** Pages that are one list and nothing else: it fills the window. */
const lists = new Set(["memories", "list of runs", "trials", "jobs"]);

const head = ["page", "content y", "table", "rows", "in view", "row px", "cut columns", "shortened columns"];
const lines: string[][] = [];

test.use({ viewport: { width: 1280, height: 900 }, colorScheme: "light" });
test.afterAll(() => console.log(inColumns([head, ...lines])));

for (const [name, open] of everyPage) {
  test(`${name}: work begins near the top, axe finds nothing, light and wide, dark and narrow`, async ({
    page,
  }) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await openPage(page, open);
    const measures = await page.evaluate(measurePage);
    lines.push(...linesOf(name, measures));
    expect(breachesOf(name, measures)).toEqual([]);
    await expectAccessible(page);

    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: "dark" });
    await expect(page.locator("html")).toHaveClass(/dark/);
    await expectAccessible(page);
    expect(errors).toEqual([]);
  });
}

/** Nothing that axe objects to, and nothing beyond the right edge. */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
}

function linesOf(name: string, { contentTop, tables }: PageMeasures): string[][] {
  const first = [name, String(contentTop ?? "-")];
  if (tables.length === 0) return [first];
  return tables.map((table, index) => [
    ...(index === 0 ? first : ["", ""]),
    `${table.label}${table.isList ? " (list)" : ""}`,
    String(table.rows),
    String(table.rowsInView),
    String(table.rowHeight),
    table.cutColumns.join(", "),
    table.shortenedColumns.join(", "),
  ]);
}

function breachesOf(name: string, { contentTop, tables }: PageMeasures): string[] {
  const late = contentTop !== null && contentTop > limits.contentTop;
  return [
    ...(late ? [`${name}: begins at y = ${contentTop}`] : []),
    ...tables.flatMap((table) =>
      tableBreaches(table, lists.has(name)).map((what) => `${name}, ${table.label}: ${what}`),
    ),
  ];
}

function tableBreaches(table: TableMeasures, fillsPage: boolean): string[] {
  const { isList, rows, rowsInView, rowHeight, cutColumns } = table;
  const few = isList && fillsPage && rowsInView < Math.min(rows, limits.rowsInView);
  return [
    ...(rowHeight > limits.rowHeight ? [`a row is ${rowHeight} px high`] : []),
    ...(few ? [`${rowsInView} of ${rows} rows in view`] : []),
    ...(cutColumns.length > 0 ? [`cut: ${cutColumns.join(", ")}`] : []),
  ];
}

function inColumns(lines: readonly (readonly string[])[]): string {
  const widths = head.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
