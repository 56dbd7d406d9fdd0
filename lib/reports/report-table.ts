import { type Html, html } from "#lib/shared/html.ts";

/** One column of a table: its head, and its cell in a row. */
export type ReportColumn<T> = {
  head: string;
  cell: (row: T) => string | number | Html;
  /** Right-aligned. */
  numeric?: boolean;
  /** What the script sorts by where the text is no number; null sorts last. */
  sort?: (row: T) => number | string | null;
};

/** A table with its caption; the script makes its heads buttons that sort. @param values of the row for the script's filters */
export function reportTable<T>(
  caption: string,
  columns: readonly ReportColumn<T>[],
  rows: readonly T[],
  {
    id = null,
    values = () => ({}),
  }: { id?: string | null; values?: (row: T) => Record<string, string> } = {},
): Html {
  const kind = (column: ReportColumn<T>) => (column.numeric ? "n" : "t");
  return html`<div class="scroll"><table${id === null ? null : html` id="${id}"`}>
<caption>${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col" class="${kind(column)}">${column.head}</th>`)}</tr></thead>
<tbody>
${rows.map(
  (
    row,
  ) => html`<tr${dataOf(values(row))}>${columns.map((column) => html`<td class="${kind(column)}"${sortKey(column, row)}>${column.cell(row)}</td>`)}</tr>
`,
)}</tbody>
</table></div>`;
}

function sortKey<T>({ sort }: ReportColumn<T>, row: T): Html | null {
  return sort ? html` data-sort="${sort(row) ?? ""}"` : null;
}

/** Names are ours, values anybody's. */
function dataOf(values: Record<string, string>): Html[] {
  return Object.entries(values).map(([name, value]) =>
    name === "outcome" ? html` data-outcome="${value}"` : html` data-benchmark="${value}"`,
  );
}
