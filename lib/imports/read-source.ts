import { createReadStream } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { isObject } from "./json-fields.ts";
import type { SourceFile } from "./walk-files.ts";

/** A JSON document is parsed whole, so it has a limit; JSON Lines are read as a stream and have none. */
export const MAX_DOCUMENT_BYTES = 200 * 1024 * 1024;
export const HEAD_BYTES = 64 * 1024;
/** How many lines are looked at to tell JSON Lines with a bad first row from text. */
const PROBED_LINES = 20;

/** What a format looks at to recognise a file. */
export type Sample = {
  path: string;
  size: number;
  /** The first 64 KB as text. */
  head: string;
  /** document: one JSON value; lines: JSON Lines; text: neither. */
  shape: "document" | "lines" | "text";
  /** The document, or the first row that parses. */
  value: unknown;
  /** Why a file that looks like JSON is none. */
  fault: string | null;
};

/** One row of JSON Lines or of a JSON list. */
export type Row = { line: number | null; field: string | null; value: unknown; fault: string | null };

/** Reads as little of a file as tells what it is: a JSON document whole, anything else its head. */
export async function sampleFile(file: SourceFile): Promise<Sample> {
  const head = await readHead(file);
  const base = { path: file.path, size: file.size, head, fault: null, value: undefined } as const;
  if (head.includes("\u0000")) return { ...base, shape: "text", fault: "This is a binary file." };
  if (!/^\s*[[{]/.test(head)) return { ...base, shape: "text" };
  const probe = await probeLines(file);
  if (probe.first !== undefined && probe.count > 1) return { ...base, shape: "lines", value: probe.first };
  if (file.size > MAX_DOCUMENT_BYTES) {
    return probe.any === undefined
      ? { ...base, shape: "text", fault: tooLarge(file.size) }
      : { ...base, shape: "lines", value: probe.any };
  }
  try {
    return { ...base, shape: "document", value: JSON.parse(await readText(file)) };
  } catch (error) {
    if (probe.any !== undefined) return { ...base, shape: "lines", value: probe.any };
    return { ...base, shape: "text", fault: `This is not valid JSON: ${(error as Error).message}` };
  }
}

/** The whole text of a file, without a byte order mark. */
export async function readText(file: SourceFile): Promise<string> {
  return (await readFile(file.absolute, "utf8")).replace(/^\uFEFF/, "");
}

/** The lines of a file, streamed, numbered from 1. */
export async function* readLines(file: SourceFile): AsyncGenerator<{ line: number; text: string }> {
  const input = createReadStream(file.absolute, { encoding: "utf8" });
  try {
    let line = 0;
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      yield { line, text: line === 1 ? text.replace(/^\uFEFF/, "") : text };
    }
  } finally {
    input.destroy();
  }
}

/** Rows of JSON Lines (streamed), of a JSON list, or the one row that a single object is. */
export async function* readRows(file: SourceFile, sample: Sample): AsyncGenerator<Row> {
  if (sample.shape === "document") {
    const rows = Array.isArray(sample.value) ? sample.value : null;
    if (rows === null) yield { line: 1, field: null, value: sample.value, fault: null };
    for (const [index, value] of (rows ?? []).entries()) {
      yield { line: null, field: `[${index}]`, value, fault: null };
    }
    return;
  }
  for await (const { line, text } of readLines(file)) {
    if (text.trim() === "") continue;
    yield parseRow(line, text);
  }
}

function parseRow(line: number, text: string): Row {
  try {
    return { line, field: null, value: JSON.parse(text), fault: null };
  } catch (error) {
    return {
      line,
      field: null,
      value: undefined,
      fault: `This line is not valid JSON: ${(error as Error).message}`,
    };
  }
}

async function readHead(file: SourceFile): Promise<string> {
  const handle = await open(file.absolute, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.min(HEAD_BYTES, file.size)), 0);
    return buffer
      .subarray(0, bytesRead)
      .toString("utf8")
      .replace(/^\uFEFF/, "");
  } finally {
    await handle.close();
  }
}

/** first: the first line, when it is a whole JSON object; any: the first of some lines that is; count: lines seen. */
async function probeLines(file: SourceFile): Promise<{ first?: unknown; any?: unknown; count: number }> {
  const probe: { first?: unknown; any?: unknown; count: number } = { count: 0 };
  for await (const { text } of readLines(file)) {
    if (text.trim() === "") continue;
    probe.count += 1;
    const row = /^\s*\{/.test(text) ? parseRow(0, text) : null;
    if (row !== null && row.fault === null && isObject(row.value)) {
      if (probe.count === 1) probe.first = row.value;
      probe.any ??= row.value;
    } else if (probe.count === 1 && !/^\s*\{.+/.test(text)) {
      break;
    }
    if (probe.count >= PROBED_LINES || (probe.first !== undefined && probe.count > 1)) break;
  }
  return probe;
}

function tooLarge(size: number): string {
  const megabytes = Math.round(size / 1024 / 1024);
  return `This JSON document has ${megabytes} MB and the limit is ${MAX_DOCUMENT_BYTES / 1024 / 1024} MB. Write it as JSON Lines (one record a line): those are read as a stream.`;
}
