import { isUtf8 } from "node:buffer";
import { readBytes } from "./source-bytes.ts";
import type { SourceFile } from "./walk-files.ts";

/** One line or one element of a list is held and parsed whole, so it has a limit. */
export const MAX_RECORD_BYTES = 64 * 1024 * 1024;

/** A line of a file, numbered from 1, without its end. With a fault the text is "" or, of bytes that are no UTF-8, what can be read. */
export type Line = { line: number; text: string; fault: string | null; end: "\r\n" | "\n" | "" };

const NEWLINE = 0x0a;

/** The lines of a file, streamed. A line beyond the limit is passed over and told; the rest of the file goes on. */
export async function* readLines(file: SourceFile, limit = MAX_RECORD_BYTES): AsyncGenerator<Line> {
  let line = 1;
  const record = new BoundedRecord(limit);
  for await (const chunk of readBytes(file)) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      record.add(chunk.subarray(from, end));
      const { hasReturn, ...taken } = record.take();
      yield { line, ...taken, end: hasReturn ? "\r\n" : "\n" };
      line += 1;
      from = end + 1;
    }
    record.add(chunk.subarray(from));
  }
  if (record.size === 0) return;
  const { text, fault } = record.take();
  yield { line, text, fault, end: "" };
}

/** Bytes of one record, collected over chunks; beyond the limit they are counted and dropped. */
export class BoundedRecord {
  readonly #limit: number;
  #parts: Buffer[] = [];
  size = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(part: Buffer): void {
    this.size += part.length;
    if (this.size > this.#limit) this.#parts = [];
    else if (part.length > 0) this.#parts.push(part);
  }

  /** The text so far without a carriage return at its end, and starts anew. */
  take(): { text: string; fault: string | null; hasReturn: boolean } {
    const { size } = this;
    const parts = this.#parts;
    this.#parts = [];
    this.size = 0;
    if (size > this.#limit) return { text: "", fault: tooLong(this.#limit), hasReturn: false };
    const bytes = parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
    const text = bytes.toString("utf8");
    const hasReturn = text.endsWith("\r");
    const fault = isUtf8(bytes) ? null : NOT_UTF8;
    return { text: hasReturn ? text.slice(0, -1) : text, fault, hasReturn };
  }
}

/** The sentence for text whose encoding is wrong. */
export const NOT_UTF8 = "This is not valid UTF-8. Save the file as UTF-8.";

function tooLong(limit: number): string {
  return `This record is larger than ${Math.round(limit / 1024 / 1024)} MB and was skipped. Shorten its longest texts, or split it.`;
}
