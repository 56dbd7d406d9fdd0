import { isUtf8 } from "node:buffer";
import { isObject } from "./json-fields.ts";
import { parseJson } from "./parse-json.ts";
import { type Line, NOT_UTF8, readLines } from "./read-lines.ts";
import { readList } from "./read-list.ts";
import { readBytes, SourceFault } from "./source-bytes.ts";
import { faultOfBytes } from "./source-kinds.ts";
import type { SourceFile } from "./walk-files.ts";

const MEGABYTE = 1024 * 1024;
const [NEWLINE, SPACE] = [0x0a, 0x20];
/** A JSON object is parsed whole, so it has a limit; lists and JSON Lines are read as a stream and have none. */
export const MAX_DOCUMENT_BYTES = 200 * MEGABYTE;
export const HEAD_BYTES = 64 * 1024;
/** A list up to this size is parsed whole; a larger one is read element by element. */
const WHOLE_LIST_BYTES = 4 * MEGABYTE;
/** How many rows are looked at to tell JSON with a bad first row from text. */
const PROBED_ROWS = 20;

/** What a format looks at to recognize a file. */
export type Sample = {
  path: string;
  size: number;
  /** The first 64 KB as text. */
  head: string;
  /** document: one JSON value; lines: JSON Lines; list: a JSON list that is streamed; text: none of these. */
  shape: "document" | "lines" | "list" | "text";
  /** The document; of lines the first row that parses; of a streamed list its first elements that do. */
  value: unknown;
  /** Why a file that looks like JSON is none. */
  fault: string | null;
  /** What was changed to read it. */
  note: string | null;
};

/** One row of JSON Lines or of a JSON list. `note` tells what was changed to read it. */
export type Row = {
  line: number | null;
  field: string | null;
  value: unknown;
  fault: string | null;
  note: string | null;
};

/** Reads as little of a file as tells what it is: a JSON document whole, anything else its head. */
export async function sampleFile(file: SourceFile): Promise<Sample> {
  const bytes = await readHead(file);
  const head = bytes.toString("utf8");
  const base: Sample = {
    path: file.path,
    size: file.size,
    head,
    shape: "text",
    value: undefined,
    fault: faultOfBytes(bytes),
    note: null,
  };
  if (base.fault !== null) return base;
  if (/^\s*\[/.test(head)) return sampleList(file, base);
  return /^\s*\{/.test(head) ? sampleObject(file, base) : base;
}

/** The first 64 KB of a file, unpacked. */
async function readHead(file: SourceFile): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of readBytes(file)) {
    parts.push(chunk);
    size += chunk.length;
    if (size >= HEAD_BYTES) break;
  }
  return Buffer.concat(parts).subarray(0, HEAD_BYTES);
}

/**
 * The whole text of a file. Bytes that are no UTF-8 become U+FFFD, and `isUtf8` is false.
 * @throws SourceFault for a file beyond the limit
 */
export async function readText(
  file: SourceFile,
  limit = MAX_DOCUMENT_BYTES,
): Promise<{ text: string; isUtf8: boolean }> {
  // A packed file comes to more than its size; any other is read into one piece.
  let held: Buffer = Buffer.allocUnsafe(Math.min(file.size, limit));
  let size = 0;
  for await (const chunk of readBytes(file)) {
    if (size + chunk.length > limit) throw new SourceFault(tooLarge(limit));
    if (size + chunk.length > held.length) held = grown(held, size, size + chunk.length);
    size += chunk.copy(held, size);
  }
  const bytes = held.subarray(0, size);
  return { text: bytes.toString("utf8"), isUtf8: isUtf8(bytes) };
}

function grown(held: Buffer, size: number, needed: number): Buffer {
  const larger = Buffer.allocUnsafe(Math.max(needed, 2 * held.length));
  held.copy(larger, 0, 0, size);
  return larger;
}

/** Rows of JSON Lines or of a JSON list (streamed), or the one row that a single object is. */
export async function* readRows(file: SourceFile, sample: Sample): AsyncGenerator<Row> {
  if (sample.shape === "document") {
    const rows = Array.isArray(sample.value) ? sample.value : null;
    const plain = { fault: null, note: null };
    if (rows === null) yield { line: 1, field: null, value: sample.value, ...plain };
    for (const [index, value] of (rows ?? []).entries()) {
      yield { line: null, field: `[${index}]`, value, ...plain };
    }
  } else if (sample.shape === "list") {
    for await (const { index, line, text, fault } of readList(file)) {
      yield rowOf({ line, field: `[${index}]`, fault, text, what: "This element" });
    }
  } else {
    for await (const { line, text, fault } of readLines(file)) {
      if (text.trim() === "" && fault === null) continue;
      yield rowOf({ line, field: null, fault, text, what: "This line" });
    }
  }
}

/** The whole list of a file that was sampled as a list or a document; null when one of its elements can't be read. */
export async function readWholeList(file: SourceFile, sample: Sample): Promise<unknown[] | null> {
  if (sample.shape !== "list") return Array.isArray(sample.value) ? sample.value : null;
  const values: unknown[] = [];
  for await (const { value, fault } of readRows(file, sample)) {
    if (fault !== null) return null;
    values.push(value);
  }
  return values;
}

type RawRow = Pick<Row, "line" | "field" | "fault"> & { text: string; what: string };

function rowOf({ line, field, fault, text, what }: RawRow): Row {
  if (fault !== null) return { line, field, value: undefined, fault, note: null };
  const read = parseJson(text);
  return {
    line,
    field,
    value: read.value,
    fault: read.fault && `${what} is not valid JSON: ${read.fault}.`,
    note: read.note,
  };
}

async function sampleObject(file: SourceFile, base: Sample): Promise<Sample> {
  // To parse a large document as a line first would hold it twice.
  const isOneLine = file.size > WHOLE_LIST_BYTES && (await hasOneLine(file));
  const probe: Probe = isOneLine ? { count: 0 } : await probeLines(file);
  if (probe.first !== undefined && probe.count > 1) return { ...base, shape: "lines", value: probe.first };
  const whole = await parseWhole(file, MAX_DOCUMENT_BYTES);
  if (whole.fault === null) return { ...base, shape: "document", value: whole.value, note: whole.note };
  if (probe.any !== undefined) return { ...base, shape: "lines", value: probe.any };
  return { ...base, fault: whole.fault };
}

/** A list with an element that is an object is streamed, unless it is small and fine. */
async function sampleList(file: SourceFile, base: Sample): Promise<Sample> {
  const isSmall = file.size <= WHOLE_LIST_BYTES;
  const whole = isSmall ? await parseWhole(file, WHOLE_LIST_BYTES) : null;
  if (whole?.fault === null) return { ...base, shape: "document", value: whole.value, note: whole.note };
  const value: unknown[] = [];
  let seen = 0;
  for await (const row of readRows(file, { ...base, shape: "list" })) {
    if (isObject(row.value)) value.push(row.value);
    seen += 1;
    if (seen >= PROBED_ROWS) break;
  }
  if (value.length > 0) return { ...base, shape: "list", value };
  return { ...base, fault: whole?.fault ?? "This JSON list contains no objects." };
}

async function parseWhole(file: SourceFile, limit: number) {
  try {
    const { text, isUtf8 } = await readText(file, limit);
    if (!isUtf8) return { value: undefined, fault: NOT_UTF8, note: null };
    const read = parseJson(text);
    return { ...read, fault: read.fault && `This is not valid JSON: ${read.fault}.` };
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return { value: undefined, fault: error.message, note: null };
  }
}

/** Is there nothing but white space behind the first line end? */
async function hasOneLine(file: SourceFile): Promise<boolean> {
  let ended = false;
  for await (const chunk of readBytes(file)) {
    const end = ended ? -1 : chunk.indexOf(NEWLINE);
    if (!ended && end === -1) continue;
    ended = true;
    if (chunk.subarray(end + 1).some((byte) => byte > SPACE)) return false;
  }
  return true;
}

/** first: the first line, when it is a whole JSON object; any: the first of some lines that is; count: lines seen. */
type Probe = { first?: unknown; any?: unknown; count: number };

/** Looks at the first lines. */
async function probeLines(file: SourceFile): Promise<Probe> {
  const probe: Probe = { count: 0 };
  for await (const line of readLines(file)) {
    if (line.text.trim() === "" && line.fault === null) continue;
    probe.count += 1;
    const value = objectIn(line);
    if (value !== undefined) {
      if (probe.count === 1) probe.first = value;
      probe.any ??= value;
    } else if (probe.count === 1 && line.fault === null && !/^\s*\{.+/.test(line.text)) {
      break;
    }
    if (probe.count >= PROBED_ROWS || (probe.first !== undefined && probe.count > 1)) break;
  }
  return probe;
}

function objectIn({ text, fault }: Line): unknown {
  if (fault !== null || !/^\s*\{/.test(text)) return undefined;
  const { value } = parseJson(text);
  return isObject(value) ? value : undefined;
}

function tooLarge(limit: number): string {
  return `This JSON document is larger than the limit of ${Math.round(limit / MEGABYTE)} MB. Write it as JSON Lines (one record per line) or as a list of records: those are read as a stream.`;
}
