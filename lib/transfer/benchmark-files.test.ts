import { expect, it } from "vitest";
import { benchmarksCsv, benchmarksLatex, benchmarksMarkdown } from "./benchmark-files.ts";
import { compareRuns } from "./compare.ts";
import { trialsOf } from "./testing.ts";

const side = { id: "1", name: "base_50%", arm: "zero_shot", memoryType: null, model: null } as const;
const compared = {
  base: side,
  candidate: { ...side, id: "2", name: "with|memory" },
  comparison: compareRuns(
    trialsOf({ "a_b/t1": "ppp", "a_b/t2": "fff", "c&d/t1": "p" }),
    trialsOf({ "a_b/t1": "fff", "a_b/t2": "fff", "c&d/t1": "p" }),
  ),
};

it("writes Markdown, with signs escaped, the averages last and what it means below", () => {
  const lines = benchmarksMarkdown(compared).split("\n");
  expect(lines[0]).toBe(
    "| Benchmark | Pairs | Baseline | Candidate | Difference | Repeats | Gained | Lost | q |",
  );
  expect(lines.slice(2, 6).map((line) => line.split(" | ")[0])).toEqual([
    "| a\\_b",
    "| c&d",
    "| micro",
    "| macro",
  ]);
  expect(lines[2]).toContain("| 2 | 50.0% | 0.0% | −50.0 ");
  expect(lines.join("\n")).toContain("No significant difference from baseline");
});

it("writes LaTeX that compiles: signs escaped, booktabs, a rule above the averages", () => {
  const text = benchmarksLatex(compared);
  expect(text).toContain("a\\_b & 2 & 50.0\\% & 0.0\\% & $-$50.0 [");
  expect(text).toContain("c\\&d & 1 & ");
  expect(text.match(/\\midrule/g)).toHaveLength(2);
  expect(text.split("\n").filter((line) => line.startsWith("%"))).toHaveLength(2);
});

it("writes CSV in full precision, unknown as empty", () => {
  const [head, first, second] = benchmarksCsv(compared).split("\r\n");
  expect(head?.split(",")).toHaveLength(15);
  expect(first).toMatch(/^a_b,2,0,1,0,1,0\.5,0,-0\.5,/);
  // One task: neither interval nor repeats.
  expect(second).toBe("c&d,1,0,0,1,0,1,1,0,,,,1,1,");
});
