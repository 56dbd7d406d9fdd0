import type { ParseInput } from "../formats/format.ts";
import { type ImportRecord, problem, skipped, type TableRecord } from "../records.ts";
import { sideFileKind } from "../side-files.ts";
import { type ColumnMapping, mappingParts } from "./column-mapping.ts";
import { guessMapping, type TableColumn } from "./guess-mapping.ts";
import { cellText } from "./read-cell.ts";
import { memoryOfRow } from "./row-memory.ts";
import { TrialRows } from "./row-trial.ts";
import type { TableLookup } from "./table-lookup.ts";
import { tableRows } from "./table-rows.ts";

/** Rows that are looked at to tell the columns of a table and guess what they are. */
const PROBED_ROWS = 50;
const SHOWN_SAMPLES = 3;
const SHOWN_CHARACTERS = 80;

/**
 * The records of a table: by the mapping that a person gave or that was saved; without one a question with a guess, for
 * tables that were named themselves or look like results. Null for any other, which is left to its kind.
 */
export async function* parseTable(
  input: ParseInput,
  tables: TableLookup,
): AsyncGenerator<ImportRecord | null> {
  const columns = await columnsOf(input);
  const names = columns.map(({ name }) => name);
  const found = tables.find(names);
  const guess = guessMapping(columns);
  const isNamed = !input.file.path.includes("/");
  if (
    found === null &&
    (columns.length < 2 || (!isNamed && (guess === null || sideFileKind(input.file.path) !== null)))
  ) {
    yield null;
    return;
  }
  yield tableRecord(input, columns, found, guess);
  if (found === null) yield question(names, tables.missing(names), guess);
  else yield* recordsOf(input, found.mapping);
}

async function columnsOf({ file, sample }: ParseInput): Promise<TableColumn[]> {
  const samples = new Map<string, unknown[]>();
  let read = 0;
  for await (const { cells } of tableRows(file, sample)) {
    for (const [name, cell] of Object.entries(cells)) samples.set(name, [...(samples.get(name) ?? []), cell]);
    read += 1;
    if (read >= PROBED_ROWS) break;
  }
  return [...samples].map(([name, cells]) => ({ name, samples: cells }));
}

function tableRecord(
  { file }: ParseInput,
  columns: readonly TableColumn[],
  found: ReturnType<TableLookup["find"]>,
  guess: ColumnMapping | null,
): TableRecord {
  const shown = ({ name, samples }: TableColumn) => ({
    name,
    samples: [...new Set(samples.map(cellText))]
      .filter((text) => text !== "")
      .slice(0, SHOWN_SAMPLES)
      .map((text) => (text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text)),
  });
  return {
    kind: "table",
    path: file.path,
    columns: columns.map(shown),
    mapping: found?.mapping ?? null,
    source: found?.source ?? null,
    guess,
  };
}

function question(names: readonly string[], missing: string | null, guess: ColumnMapping | null) {
  const example = guess ? mappingParts(guess) : ["task=COLUMN", "outcome=COLUMN"];
  const command = example.map((part) => `--map "${part}"`).join(" ");
  const lacks = missing === null ? "" : `It has no column "${missing}". `;
  return problem(
    `${lacks}Nobody has said yet what the columns of this table are (${names.slice(0, 30).join(", ")}). Choose in the preview, or: ${command}`,
    { field: "columns" },
  );
}

async function* recordsOf(input: ParseInput, mapping: ColumnMapping): AsyncGenerator<ImportRecord> {
  const noun = mapping.kind;
  const trials = new TrialRows(input, mapping);
  let rows = 0;
  for await (const row of tableRows(input.file, input.sample)) {
    rows += 1;
    if (row.fault !== null) yield problem(row.fault, { line: row.line, rejects: noun });
    else if (noun === "trials") yield* trials.read(row);
    else yield* memoryOfRow(row, input, mapping);
  }
  if (rows === 0) yield skipped("tables without rows");
}
