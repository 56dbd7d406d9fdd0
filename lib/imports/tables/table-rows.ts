import { removeFormulaGuard } from "#lib/shared/csv.ts";
import { CsvRowReader } from "../formats/csv-row-reader.ts";
import { isObject, type JsonObject, kindOf } from "../json-fields.ts";
import { MAX_RECORD_BYTES, readLines } from "../read-lines.ts";
import { readRows, type Sample } from "../read-source.ts";
import type { SourceFile } from "../walk-files.ts";

/** A row by its columns; a fault instead where it can't be read. Line of CSV: that of its beginning. */
export type TableRow = {
  line: number | null;
  cells: Readonly<Record<string, unknown>>;
  fault: string | null;
};

const DELIMITERS = [",", "\t", ";"] as const;
const OPEN_CELL = "A quoted cell is not closed.";
/** Objects inside of objects become columns with dots, this deep. */
const DEEPEST = 3;

/** The delimiter of a text that begins like a table: a first line of names, and a second with as many cells; else null. */
function delimiterOf({ shape, head, path }: Sample): string | null {
  if (shape !== "text" || /^\s*[[{]/.test(head)) return null;
  const [first = "", second, third] = head.split(/\r?\n/, 4);
  const isNamed = /\.[ct]sv$/i.test(path);
  const found = DELIMITERS.map((delimiter) => ({ delimiter, names: cellsOf(first, delimiter) }))
    .filter(({ names }) => names !== null && names.length > (isNamed ? 1 : 2) && areNames(names))
    .find(({ delimiter, names }) => {
      if (isNamed) return true;
      const counts = [second, third].map((line) => cellsOf(line ?? "", delimiter)?.length);
      return counts.every((count) => count === names?.length);
    });
  return found?.delimiter ?? null;
}

function cellsOf(line: string, delimiter: string): string[] | null {
  return new CsvRowReader(delimiter).add(line);
}

function areNames(cells: readonly string[]): boolean {
  const names = cells.map((cell) => cell.trim());
  return names.every((name) => name !== "" && name.length <= 100) && new Set(names).size === names.length;
}

/** Whether a file holds rows with columns: CSV, JSON Lines or a JSON list, of objects. */
export function isTable(sample: Sample): boolean {
  if (sample.fault !== null) return false;
  if (delimiterOf(sample) !== null) return true;
  const { shape, value } = sample;
  const first = Array.isArray(value) ? value[0] : shape === "lines" ? value : null;
  return isObject(first) && Object.keys(first).length > 1;
}

/** The rows of a table, streamed. */
export async function* tableRows(file: SourceFile, sample: Sample): AsyncGenerator<TableRow> {
  const delimiter = delimiterOf(sample);
  if (delimiter !== null) {
    yield* csvRows(file, delimiter);
    return;
  }
  for await (const { line, field, value, fault } of readRows(file, sample)) {
    const at = line ?? (field === null ? null : Number(field.slice(1, -1)) + 1);
    if (fault !== null) yield { line: at, cells: {}, fault };
    else if (!isObject(value))
      yield { line: at, cells: {}, fault: `Expected a row, found ${kindOf(value)}.` };
    else yield { line: at, cells: flat(value), fault: null };
  }
}

async function* csvRows(file: SourceFile, delimiter: string): AsyncGenerator<TableRow> {
  let columns: string[] | null = null;
  let start = 1;
  const row = new CsvRowReader(delimiter);
  for await (const { line, text, fault, end } of readLines(file)) {
    if (row.size === 0) start = line;
    if (fault !== null) {
      row.restart();
      yield { line, cells: {}, fault };
      continue;
    }
    const isBlank = row.size === 0 && text.trim() === "";
    const cells = row.add(text, end);
    if (cells === null) {
      if (row.size < MAX_RECORD_BYTES) continue;
      row.restart();
      yield { line: start, cells: {}, fault: OPEN_CELL };
    } else if (columns === null) columns = cells.map((name) => name.trim());
    else if (!isBlank) yield csvRow(columns, cells, start);
  }
  if (row.size > 0) yield { line: start, cells: {}, fault: OPEN_CELL };
}

function csvRow(columns: readonly string[], cells: readonly string[], line: number): TableRow {
  if (cells.length > columns.length)
    return { line, cells: {}, fault: `${cells.length} cells for ${columns.length} columns.` };
  const entries = columns.map((name, index) => [name, removeFormulaGuard(cells[index] ?? "")] as const);
  return { line, cells: Object.fromEntries(entries), fault: null };
}

function flat(value: JsonObject, prefix = "", depth = 1): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (isObject(inner) && depth < DEEPEST) Object.assign(all, flat(inner, `${prefix}${key}.`, depth + 1));
    else all[`${prefix}${key}`] = inner;
  }
  return all;
}
