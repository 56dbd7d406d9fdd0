/** What a spreadsheet runs as a formula when a cell begins with it; the wide forms are how East Asian keyboards write. */
const ACTIVE = /^[=+\-@\t\r\n＝＋－＠]/;
/** A leading apostrophe is doubled too, so that the guard can be told from the text. */
const GUARDED = /^'(?=[='+\-@\t\r\n＝＋－＠])/;

/**
 * A cell of CSV (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe in front: the texts
 * come from models and from strangers' files, and a file that is opened must not act. null is an empty cell, not 0.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = ACTIVE.test(value) || value.startsWith("'") ? `'${value}` : value;
  return /[",\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A row of CSV with its line end. */
export function csvRow(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/** The text of a cell that `csvCell` wrote, without its guard. */
export function unguarded(cell: string): string {
  return cell.replace(GUARDED, "");
}

/** The cells of one row of CSV; null while a quoted cell is still open, for then the row goes on in the next line. */
export function parseCsvRow(text: string): string[] | null {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = text[at] === '"';
    const end = quoted ? closingQuote(text, at + 1) : endOfCell(text, at);
    if (end === -1) return null;
    cells.push(quoted ? text.slice(at + 1, end).replaceAll('""', '"') : text.slice(at, end));
    const next = quoted ? endOfCell(text, end) : end;
    if (next >= text.length) return cells;
    at = next + 1;
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at;
  return -1;
}

function endOfCell(text: string, from: number): number {
  const comma = text.indexOf(",", from);
  return comma === -1 ? text.length : comma;
}
