import { expect, it } from "vitest";
import { countCues, findCues } from "./find-cues.ts";

const step = (observation: string | null) => ({
  source: "agent",
  message: null,
  reasoning: null,
  action: "run",
  observation,
});
const cues = (outputs: (string | null)[], more: Partial<Parameters<typeof findCues>[0]> = {}) =>
  findCues({
    benchmark: "swe",
    base: [step(null), step(null)],
    candidate: outputs.map(step),
    evidence: [],
    ...more,
  });

it.each<[string, string[]]>([
  ["3 passed in 0.2s", ["own_check_passed"]],
  ["All tests passed", ["own_check_passed"]],
  ["OK", ["own_check_passed"]],
  ["1 failed, 3 passed", []],
  ["Traceback (most recent call last):\n  x\n12 passed", []],
  ["0 passed", []],
  ["looking for a pass in the mountains", []],
  [`${"Traceback\n".repeat(900)}\n3 passed`, []],
  [`1 failed\n${"x\n".repeat(3000)}3 passed`, ["own_check_passed"]],
])("of a check that ends with %j says %j", (output, found) => {
  expect(cues([output])).toEqual(found);
});

it("takes the last check that says anything", () => {
  expect(cues(["1 failed", "4 passed", null, "src/a.py"])).toContain("own_check_passed");
  expect(cues(["4 passed", "2 errors"])).not.toContain("own_check_passed");
});

it("sees extra work, memories of other benchmarks that are followed, and that none was used", () => {
  expect(cues([null, null, null, null])).toEqual([]);
  expect(cues([null, null, null, null, null])).toEqual(["extra_work"]);
  const use = (its: "followed" | "ignored" | "unknown", benchmark: string) => [
    { use: its, benchmark, rank: 1 },
  ];
  expect(cues([null], { evidence: use("followed", "cmp") })).toEqual(["foreign_followed"]);
  expect(cues([null], { evidence: use("followed", "swe") })).toEqual([]);
  expect(cues([null], { evidence: use("ignored", "cmp") })).toEqual(["nothing_used"]);
  expect(cues([null], { evidence: use("unknown", "cmp") })).toEqual([]);
});

it("counts each cue on both sides", () => {
  const counts = countCues([["extra_work"], []], [["extra_work", "nothing_used"]]);
  expect(counts.find(({ cue }) => cue === "extra_work")).toMatchObject({
    lost: { k: 1, n: 2 },
    control: { k: 1, n: 1 },
  });
});
