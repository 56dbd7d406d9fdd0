import { appendFileSync, createReadStream, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";

/** Items that a result carries with it; the others are read from the list's file. */
export const FIRST_ITEMS = 200;
/** Items held before the list moves to its file; only a list that never did is sorted. */
const MOST_HELD = 5000;

/** The first items of a list and how many there are; `file` holds all of them, one a line, where they are more. */
export type ReportPage<T> = { first: T[]; count: number; file: string | null };

/**
 * One list of an import's report. However long it grows, memory holds a few thousand items: the rest lies in a file of
 * JSON Lines. Without a folder all is held.
 */
export class ReportList<T> {
  #held: T[] = [];
  #count = 0;
  #moved = false;
  readonly #file: string | null;

  constructor(folder: string | null, name: string) {
    this.#file = folder === null ? null : join(folder, `${name}.jsonl`);
  }

  get count(): number {
    return this.#count;
  }

  push(item: T): void {
    this.#held.push(item);
    this.#count += 1;
    if (this.#file !== null && this.#held.length > MOST_HELD) this.#move(this.#file);
  }

  /** Ends the list. A list that was held whole is sorted; a longer one stays in the order in which it was found. */
  finish(compare: (a: T, b: T) => number): ReportPage<T> {
    if (!this.#moved) this.#held.sort(compare);
    const first = this.#moved
      ? this.#first
      : this.#held.slice(0, this.#file === null ? undefined : FIRST_ITEMS);
    const isLong = this.#file !== null && this.#count > FIRST_ITEMS;
    if (isLong) this.#move(this.#file);
    return { first, count: this.#count, file: isLong ? this.#file : null };
  }

  #first: T[] = [];

  #move(file: string): void {
    if (!this.#moved) {
      this.#first = this.#held.slice(0, FIRST_ITEMS);
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      writeFileSync(file, "", { mode: 0o600 });
    }
    this.#moved = true;
    appendFileSync(file, this.#held.map((item) => `${JSON.stringify(item)}\n`).join(""));
    this.#held = [];
  }
}

/** All items of a finished list, in order. */
export async function* allItems<T>({
  first,
  file,
}: Pick<ReportPage<T>, "first" | "file">): AsyncGenerator<T> {
  if (file === null) yield* first;
  else
    for await (const line of createInterface({ input: createReadStream(file) })) yield JSON.parse(line) as T;
}
