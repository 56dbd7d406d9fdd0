import { expect, it } from "vitest";
import { textTable } from "./text-table.ts";

const lines = (table: string) => table.split("\n");

it("is its header where there are no rows", () => {
  expect(textTable(["id", "title"], [])).toBe("id  title");
});

it("stands for as many rows as a pool has", () => {
  const rows = Array.from({ length: 200_000 }, (_, i) => [`m${i}`, i]);
  const table = lines(textTable(["id", "n"], rows));
  expect(table).toHaveLength(200_001);
  expect(table.at(-1)).toBe("m199999  199999");
});

it("keeps every row on one line, whatever its texts hold", () => {
  const rows = ["a\nb", "a\r\nb", "a\u2028b", "\t", "a\u0085b"].map((text) => [text]);
  expect(lines(textTable(["text"], rows))).toHaveLength(rows.length + 1);
});

it.each([
  ["x🙂y", 3, "x…"],
  ["x🙂y", 4, "x🙂y"],
  ["🙂🙂", 2, "…"],
  ["ab", 1, "…"],
])("cuts %j to %i without half a character: %j", (text, longest, shown) => {
  expect(lines(textTable([""], [[text]], longest))[1]).toBe(shown);
});

it("lines every column up, and leaves no blanks at the end of a line", () => {
  const table = lines(
    textTable(
      ["name", "count", "note"],
      [
        ["a", 1, ""],
        ["a long name", null, "said"],
        ["", 1_000_000, ""],
      ],
    ),
  );
  for (const line of table) expect(line).toBe(line.trimEnd());
  const ends = table.slice(1).map((line) => line.slice(0, "a long name  1000000".length).length);
  expect(new Set(ends)).toEqual(new Set(["a long name  1000000".length]));
});

it("writes what is not known as a dash, never as 0 or null", () => {
  expect(textTable(["n"], [[null], [0]])).toBe("n\n-\n0");
});

it("keeps a column of numbers to the right when one of them is not known, and of texts to the left", () => {
  expect(lines(textTable(["n"], [[null], [100]]))).toEqual(["  n", "  -", "100"]);
  expect(lines(textTable(["n"], [["1"], ["100"]]))).toEqual(["n", "1", "100"]);
});

it("hands no text of a memory to the terminal as an order", () => {
  const [, line] = lines(textTable([""], [["a\u001b[2Jb\u0007c\u009bd"]]));
  expect(line).toBe("a [2Jb c d");
});
