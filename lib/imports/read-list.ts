import { BoundedRecord, MAX_RECORD_BYTES } from "./read-lines.ts";
import { readBytes } from "./source-bytes.ts";
import type { SourceFile } from "./walk-files.ts";

/** One element of a JSON list as text, with the line it starts on. */
export type Element = { index: number; line: number; text: string; fault: string | null };

const [NEWLINE, SPACE, QUOTE, BACKSLASH, COMMA] = [0x0a, 0x20, 0x22, 0x5c, 0x2c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * The elements of a JSON list, streamed: the file is cut at the commas of its outermost list and no element is parsed
 * here, so that a list needs no more memory than its longest element, and one bad element leaves the others.
 */
export async function* readList(file: SourceFile, limit = MAX_RECORD_BYTES): AsyncGenerator<Element> {
  const cutter = new ListCutter(limit);
  for await (const chunk of readBytes(file)) {
    yield* cutter.feed(chunk);
  }
  yield* cutter.end();
}

class ListCutter {
  readonly #record: BoundedRecord;
  #depth = 0;
  #inText = false;
  #escaped = false;
  #line = 1;
  #startLine = 1;
  #index = 0;
  /** Something other than white space was seen since the last comma. */
  #started = false;
  ended = false;
  #isFollowed = false;

  constructor(limit: number) {
    this.#record = new BoundedRecord(limit);
  }

  *feed(chunk: Buffer): Generator<Element> {
    let from = 0;
    let at = 0;
    for (; at < chunk.length && !this.ended; at += 1) {
      const byte = chunk[at] ?? 0;
      if (byte === NEWLINE) this.#line += 1;
      if (this.#inText) {
        this.#readText(byte);
        continue;
      }
      if (this.#depth > 0 && !this.#started && byte > SPACE && byte !== COMMA && byte !== CLOSE_LIST) {
        this.#started = true;
        this.#startLine = this.#line;
        from = at;
      }
      if (this.#depth === 1 && (byte === COMMA || byte === CLOSE_LIST)) {
        if (this.#started) this.#record.add(chunk.subarray(from, at));
        from = at + 1;
        if (this.#started || byte === COMMA) yield this.#take();
        this.ended = byte === CLOSE_LIST;
      } else if (this.#depth === 0) {
        if (byte === OPEN_LIST) [this.#depth, from] = [1, at + 1];
      } else this.#readStructure(byte);
    }
    if (this.ended) this.#isFollowed ||= /[^\s]/.test(chunk.toString("latin1", at));
    else if (this.#started) this.#record.add(chunk.subarray(from));
  }

  /** What is wrong with the end: the file stops inside the list, or goes on after it. */
  *end(): Generator<Element> {
    if (this.ended && !this.#isFollowed) return;
    const fault = this.ended
      ? "Text after the end of the list was not read."
      : "The file ends inside its list.";
    yield { index: this.#index, line: this.#started ? this.#startLine : this.#line, text: "", fault };
  }

  #readText(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) this.#inText = false;
  }

  #readStructure(byte: number): void {
    if (byte === QUOTE) this.#inText = true;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) this.#depth += 1;
    else if ((byte === CLOSE_LIST || byte === CLOSE_OBJECT) && this.#depth > 1) this.#depth -= 1;
  }

  #take(): Element {
    const element = { index: this.#index, line: this.#startLine, ...this.#record.take() };
    this.#index += 1;
    this.#started = false;
    return element;
  }
}
