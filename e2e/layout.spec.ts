import { expect, test } from "@playwright/test";
import { everyPage, openPage } from "./every-page.ts";
import { measurePage, type PageMeasures, type TableMeasures } from "./measure-page.ts";

/** In px and rows, at 1280 x 900 and with every choice as it is at first. */
const limits = { contentTop: 100, rowHeight: 36, rowsInView: 20 };
/** Pages that are one list and nothing else: it fills the window. */
const lists = new Set(["memories", "list of runs", "trials", "jobs"]);
/** What a search without a match shows, beside all that accessibility is checked on. */
const measured: typeof everyPage = [
  ...everyPage,
  ["memories, no match", "/memories?q=zzzzqqqq"],
  ["runs, no match", "/runs?tab=list&q=zzzzqqqq"],
  ["trials, no match", "/trials?q=zzzzqqqq"],
  ["retrieval, no query", "/retrieval"],
  ["compare, nothing chosen", "/compare"],
];

test.use({ viewport: { width: 1280, height: 900 } });

test("work begins near the top, rows are low and no column is cut", async ({ page }) => {
  test.setTimeout(600_000);
  const lines: string[][] = [];
  const breaches: string[] = [];
  for (const [name, open] of measured) {
    await test.step(name, async () => {
      await openPage(page, open);
      const measures = await page.evaluate(measurePage);
      lines.push(...linesOf(name, measures));
      breaches.push(...breachesOf(name, measures));
    });
  }
  const report = inColumns([head, ...lines]);
  console.log(report);
  await test.info().attach("layout.txt", { body: report, contentType: "text/plain" });
  expect(breaches).toEqual([]);
});

const head = ["page", "content y", "table", "rows", "in view", "row px", "cut columns", "shortened columns"];

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
