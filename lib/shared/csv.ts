import { pipeline, Readable } from "node:stream";
import { type Options, stringify } from "csv-stringify";
import { stringify as stringifyAtOnce } from "csv-stringify/sync";

/** A column of a table: its name and its cell in a row. null is an empty cell, not 0. */
export type CsvColumn<T> = readonly [name: string, cell: (row: T) => string | number | null];

/** A leading apostrophe of the text's own is doubled, so that the guard can be told from the text. */
const OWN = /^['\n]/;
const GUARDED = /^'(?=[='+\-@\t\r\n＝＋－＠])/;

/**
 * RFC 4180. A text that a spreadsheet would run as a formula gets an apostrophe in front: the texts come from models
 * and from strangers' files, and a file that is opened must not act.
 */
const options: Options = {
  record_delimiter: "\r\n",
  // Without this a lone \n or \r in a text would end a row for most readers.
  quote_record_delimiter: true,
  escape_formulas: true,
  cast: { string: (text) => (OWN.test(text) ? `'${text}` : text) },
};

/** A table as CSV with a header, in pieces, as fast as they are taken. */
export async function* streamCsv<T>(
  columns: readonly CsvColumn<T>[],
  rows: AsyncIterable<T>,
): AsyncGenerator<string> {
  const pieces = stringify(options).setEncoding("utf8");
  // Ends both when either fails or nobody reads on; the failure is thrown to the reader of the pieces.
  pipeline(Readable.from(cellsOf(columns, rows)), pieces, () => undefined);
  yield* pieces;
}

/** A table as CSV with a header. */
export function csvOf<T>(columns: readonly CsvColumn<T>[], rows: readonly T[]): string {
  return stringifyAtOnce(
    [namesOf(columns), ...rows.map((row) => columns.map(([, cell]) => cell(row)))],
    options,
  );
}

async function* cellsOf<T>(columns: readonly CsvColumn<T>[], rows: AsyncIterable<T>) {
  yield namesOf(columns);
  for await (const row of rows) yield columns.map(([, cell]) => cell(row));
}

function namesOf<T>(columns: readonly CsvColumn<T>[]): string[] {
  return columns.map(([name]) => name);
}

/** The text of a cell as it was before it was guarded. */
export function removeFormulaGuard(cell: string): string {
  return cell.replace(GUARDED, "");
}
