import { describe, expect, it, vi } from "vitest";
import { csvOf, removeFormulaGuard, streamCsv } from "./csv.ts";

const columns = [["cell", (cell: string | number | null) => cell]] as const;
const cellOf = (value: string | number | null) => csvOf(columns, [value]).slice("cell\r\n".length, -2);

it.each([
  ["plain", "plain", "nothing to quote"],
  ['say "hi"', '"say ""hi"""', "quotes are doubled"],
  ["a,b", '"a,b"', "a comma ends a cell"],
  ["two\nlines", '"two\nlines"', "a line break ends a row"],
  ["two\r\nlines", '"two\r\nlines"', "and stays what it is"],
  ["two\rlines", '"two\rlines"', "an old line break too"],
  ["=1+1", "'=1+1", "a spreadsheet would compute it"],
  ["+1", "'+1", "a spreadsheet would compute it"],
  ["-1", "'-1", "a text is not a number"],
  ["@import", "'@import", "a spreadsheet would look it up"],
  ["＝1+1", "'＝1+1", "full-width equals"],
  ["＋1", "'＋1", "full-width plus"],
  ["－1", "'－1", "full-width minus"],
  ["＠a", "'＠a", "full-width at"],
  ["\t=1", "'\t=1", "behind a tab"],
  ["\r=1", `"'\r=1"`, "behind a carriage return"],
  ["\n=1", `"'\n=1"`, "behind a line end"],
  ["-rf, all", `"'-rf, all"`, "guarded and quoted"],
  ["'quoted'", "''quoted'", "an apostrophe of the text's own"],
  [null, "", "unknown is empty, not 0"],
  ["", "", "empty"],
  [-3, "-3", "numbers stay numbers"],
  [0, "0", "zero is known"],
] as [string | number | null, string, string][])("%j becomes %j: %s", (value, cell) => {
  expect(cellOf(value)).toBe(cell);
});

it.each(["", "a", "=1", "＝1", "'", "'=x", "''", "\t", "-", "it's", "'\n", "\nx"])(
  "takes its guard off %j",
  (text) => {
    expect(removeFormulaGuard(cellOf(text).replaceAll('"', ""))).toBe(text);
  },
);

describe("streamCsv", () => {
  it("writes the header without rows", async () => {
    expect(await textOf(rowsOf([]))).toBe("cell\r\n");
  });

  it("reads no further ahead than its buffers, and stops where nobody reads on", async () => {
    const seen = { rows: 0, ended: false };
    async function* endless() {
      try {
        for (;;) yield `${seen.rows++} ${"é".repeat(1000)}`;
      } finally {
        seen.ended = true;
      }
    }
    let bytes = 0;
    for await (const piece of streamCsv(columns, endless())) {
      expect(piece).not.toContain("\uFFFD");
      bytes += piece.length;
      if (bytes > 100_000) break;
    }
    await vi.waitFor(() => expect(seen.ended).toBe(true));
    expect(seen.rows).toBeLessThan(500);
  });

  it("throws what the rows throw", async () => {
    async function* broken() {
      yield "a";
      throw new Error("the database is gone");
    }
    await expect(textOf(broken())).rejects.toThrow("the database is gone");
  });
});

async function* rowsOf(rows: string[]) {
  yield* rows;
}

async function textOf(rows: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const piece of streamCsv(columns, rows)) text += piece;
  return text;
}
