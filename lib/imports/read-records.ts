import { sanitizeForPostgres } from "#lib/shared/sanitize-for-postgres.ts";
import { findLongName } from "./check-names.ts";
import type { Format } from "./formats/format.ts";
import { recognize } from "./formats/registry.ts";
import { retrievalLog } from "./formats/retrieval-log.ts";
import { readLines } from "./read-lines.ts";
import { HEAD_BYTES, MAX_DOCUMENT_BYTES, type Sample, sampleFile } from "./read-source.ts";
import { type ImportRecord, problem, skipped } from "./records.ts";
import { holdsRecords, isSurelyBeside, sideFileKind, unknownKind } from "./side-files.ts";
import { SourceFault, withSmallFileBytes } from "./source-bytes.ts";
import { BINARY, EMPTY } from "./source-kinds.ts";
import { parseTable } from "./tables/parse-table.ts";
import { noTables, type TableLookup } from "./tables/table-lookup.ts";
import { isTable } from "./tables/table-rows.ts";
import type { SourceFile } from "./walk-files.ts";

/** Rows with columns of any name: what they are a person says (tables/column-mapping.ts). */
const table: Format = { name: "table", recognize: isTable, parse: () => [] };

const NOT_KNOWN = "Not recognized as any known format.";

/** file: the file with its bytes, where it is small: it is sampled and parsed from one reading. */
export type Recognized = { format: Format | null; sample: Sample; file: SourceFile };

/** Samples a file and finds its format; an unreadable file is a text with a fault, a known side file an empty one. */
export async function recognizeFile(file: SourceFile): Promise<Recognized> {
  if (isSurelyBeside(file.path)) return { sample: unread(file, null), format: null, file };
  try {
    const held = withSmallFileBytes(file);
    const sample = await sampleFile(held);
    const format =
      recognize(sample) ??
      ((await hasLateRetrievals(held, sample)) ? retrievalLog : isTable(sample) ? table : null);
    return { sample, format, file: held };
  } catch (error) {
    const { message } = error as Error;
    const fault = error instanceof SourceFault ? message : `The file could not be read: ${message}`;
    return { sample: unread(file, fault), format: null, file };
  }
}

function unread({ path, size }: SourceFile, fault: string | null): Sample {
  return { path, size, head: "", shape: "text", value: undefined, fault, note: null };
}

/** An agent's log may print pages before it prints what was retrieved; only texts longer than the sample are read. */
async function hasLateRetrievals(file: SourceFile, { shape, size, head, fault }: Sample): Promise<boolean> {
  const isText = shape === "text" && !head.includes("\u0000") && (fault === null || /^\s*[[{]/.test(head));
  if (!isText || size <= HEAD_BYTES || size > MAX_DOCUMENT_BYTES) return false;
  for await (const { text } of readLines(file)) if (text.includes("<memory_items>")) return true;
  return false;
}

/**
 * The records of a recognized file, in order; of a table as `tables` says what its columns are. A parser that throws ends this file with a problem, never the import:
 * one bad file must not stop the rest.
 */
export async function* parseFile(
  file: SourceFile,
  { format, sample, file: held }: Recognized,
  benchmark: string | null,
  tables: TableLookup = noTables,
): AsyncGenerator<ImportRecord> {
  if (format === null) {
    yield unrecognized(file, sample);
    return;
  }
  if (sample.note !== null) yield problem(sample.note);
  try {
    const input = { file: held, sample, benchmark };
    const records = format === table ? parseTable(input, tables) : format.parse(input);
    for await (const record of records) {
      if (record === null) {
        yield unrecognized(file, sample);
        continue;
      }
      const clean = sanitizeForPostgres(record);
      yield findLongName(clean) ?? clean;
    }
  } catch (error) {
    yield problem(`The rest of this file could not be read: ${(error as Error).message}`);
  }
}

/** A file that should have held records and can't be read is a problem; what a harness leaves around them is not. */
function unrecognized(file: SourceFile, sample: Sample): ImportRecord {
  const kind = sideFileKind(file.path);
  const isExpected = holdsRecords(file.path);
  // A log may begin with a bracket: that its text is no JSON is worth a word only where the name promises some.
  const isLog = /^\s*[[{]/.test(sample.head) && !isExpected;
  const isOther = kind !== null || sample.fault === BINARY || sample.fault === EMPTY || isLog;
  if (sample.fault !== null && (isExpected || !isOther)) return problem(sample.fault);
  return kind === null ? skipped(unknownKind(file.path), NOT_KNOWN) : skipped(kind);
}
