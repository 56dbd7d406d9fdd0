/** Reads rows of CSV from lines: a quoted cell may go on over several, and no line is looked at twice. */
export class CsvRowReader {
  #cells: string[] = [];
  /** Parts of a quoted cell that is still open. */
  #open: string[] | null = null;
  #size = 0;
  readonly #delimiter: string;

  constructor(delimiter = ",") {
    this.#delimiter = delimiter;
  }

  /** Characters of the row so far. */
  get size(): number {
    return this.#size;
  }

  /**
   * Adds a line.
   * @param end its line end, which belongs to a cell that goes on
   * @returns the cells of the row, or null while a quoted cell is open
   */
  add(line: string, end = ""): string[] | null {
    this.#size += line.length + end.length;
    for (let at = 0; ; at += 1) {
      if (this.#open === null && line[at] !== '"') {
        const next = endOfCell(line, at, this.#delimiter);
        this.#cells.push(line.slice(at, next));
        at = next;
      } else {
        const close = this.#readQuoted(line, this.#open === null ? at + 1 : at);
        if (close === -1) {
          this.#open?.push(end);
          return null;
        }
        at = endOfCell(line, close, this.#delimiter);
      }
      if (at >= line.length) return this.restart();
    }
  }

  /** Gives up the row: what was read of it. */
  restart(): string[] {
    const cells = this.#cells;
    this.#cells = [];
    this.#open = null;
    this.#size = 0;
    return cells;
  }

  /** Reads a quoted cell up to its closing quote; -1 where it goes on in the next line. */
  #readQuoted(line: string, from: number): number {
    const close = closingQuote(line, from);
    this.#open ??= [];
    this.#open.push(close === -1 ? line.slice(from) : line.slice(from, close));
    if (close === -1) return close;
    this.#cells.push(this.#open.join("").replaceAll('""', '"'));
    this.#open = null;
    return close;
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at;
  return -1;
}

function endOfCell(text: string, from: number, delimiter: string): number {
  const end = text.indexOf(delimiter, from);
  return end === -1 ? text.length : end;
}
