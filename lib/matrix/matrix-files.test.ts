import { expect, it } from "vitest";
import { computeMatrix } from "./compute-matrix.ts";
import { matrixCsv, matrixLatex, matrixMarkdown } from "./matrix-files.ts";
import { runOf, tasksOf } from "./testing.ts";

const tasks = (attempts: string) =>
  tasksOf(Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`a_b/${i}`, attempts])));
const matrix = computeMatrix(
  [
    runOf({ id: "1", name: "zero & none", arm: "zero_shot" }),
    runOf({ id: "2", name: "m|x", baselineId: "1" }),
  ],
  new Map([
    ["1", tasks("p")],
    ["2", tasks("f")],
  ]),
  { kind: "pass", k: 1 },
);

it("writes every cell of a CSV in full, with an empty field for what is unknown", () => {
  const lines = matrixCsv(matrix).trim().split("\r\n");
  expect(lines).toHaveLength(1 + 3 * 2);
  expect(lines[1]).toBe(
    'a_b,pass@1,zero & none,1,"insight memory, cross-domain",m,1,9,9,,0,,,,,,'.replace(
      '"insight memory, cross-domain"',
      "zero-shot",
    ),
  );
  expect(lines[2]).toMatch(/^a_b,pass@1,m\|x,2,"insight memory, cross-domain",m,0,0,9,zero & none,9,-1,-1,/);
});

it("writes a Markdown table, with arrows and what they mean", () => {
  const lines = matrixMarkdown(matrix).split("\n");
  expect(lines[0]).toBe("| pass@1, % | zero & none | m\\|x |");
  expect(lines[2]).toBe("| a\\_b | 100.0 (9/9) | 0.0 (0/9) −100.0 ↓ |");
  expect(lines.join(" ")).toContain("2 differences tested: 2 with p ≤ .05");
});

it("writes a LaTeX table whose texts are no commands", () => {
  const text = matrixLatex(matrix);
  expect(text).toContain("pass@1, \\% & zero \\& none & m|x \\\\");
  expect(text).toContain("a\\_b & 100.0 (9/9) & 0.0 (0/9) $-$100.0 $\\downarrow$ \\\\");
  expect(text.match(/\\midrule/g)).toHaveLength(2);
});
