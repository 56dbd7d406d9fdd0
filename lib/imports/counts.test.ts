import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { Tally } from "./counts.ts";
import { allItems, FIRST_ITEMS } from "./report-list.ts";
import type { Problem } from "./schema.ts";
import { collect } from "./testing.ts";

function problemAt(path: string, line: number | null = null): Problem {
  return { path, line, field: null, reason: "It is so." };
}

it("counts nothing of nothing", () => {
  const result = new Tally().result(true);
  expect(result).toMatchObject({ dryRun: true, files: 0, problems: [], plan: [], skipped: [], runs: [] });
  expect(result.memories).toEqual({ created: 0, updated: 0, unchanged: 0, rejected: 0 });
  expect(result.lists).toEqual({ problems: null, plan: null });
});

it("has files that add up to the whole, and keeps them apart", () => {
  const tally = new Tally();
  tally.file("a", "mtl");
  tally.file("b", "harbor");
  tally.count("a", "memories", "created", 3);
  tally.count("b", "memories", "created");
  tally.count("b", "trials", "updated", 2);
  const { plan, memories, trials } = tally.result(false);
  expect([memories.created, trials.updated]).toEqual([4, 2]);
  expect(plan.map(({ path, format, counts }) => [path, format, counts.memories.created])).toEqual([
    ["a", "mtl", 3],
    ["b", "harbor", 1],
  ]);
  expect(plan[0]?.counts.trials.updated).toBe(0);
});

it("lists a file that brought nothing with counts of 0, and one of no format not at all", () => {
  const tally = new Tally();
  tally.file("empty", "mtl");
  tally.file("notes.txt", null);
  const { files, plan } = tally.result(false);
  expect(files).toBe(2);
  expect(plan).toMatchObject([{ path: "empty", problems: 0, counts: { vectors: { created: 0 } } }]);
});

it("counts what a file that is not listed brings in all the same", () => {
  const tally = new Tally();
  tally.count("unlisted", "retrievals", "created", 5);
  expect(tally.result(false)).toMatchObject({ retrievals: { created: 5 }, plan: [] });
});

it("counts with a problem what it rejects, and without one nothing", () => {
  const tally = new Tally();
  tally.file("a", "mtl");
  tally.problem(problemAt("a", 1), "memories");
  tally.problem(problemAt("a", 2));
  const { memories, problemCount, plan } = tally.result(false);
  expect([memories.rejected, problemCount, plan[0]?.problems]).toEqual([1, 2, 2]);
});

it("takes back what was planned of a thing that the database refuses", () => {
  const tally = new Tally();
  tally.file("a", "mtl");
  tally.count("a", "memories", "created", 2);
  tally.refuse(problemAt("a", 7), "memories", "created");
  const { memories, plan, problems } = tally.result(false);
  expect(memories).toEqual({ created: 1, updated: 0, unchanged: 0, rejected: 1 });
  expect(plan[0]?.counts.memories).toEqual(memories);
  expect(problems).toMatchObject([{ path: "a", line: 7 }]);
});

it("sorts problems by the files' order and then by line, those of the whole file first", () => {
  const tally = new Tally();
  for (const path of ["z", "a"]) tally.file(path, "mtl");
  for (const [path, line] of [
    ["a", 2],
    ["z", 10],
    ["a", null],
    ["z", 9],
    ["nowhere", 1],
  ] as const)
    tally.problem(problemAt(path, line));
  expect(tally.result(false).problems.map(({ path, line }) => [path, line])).toEqual([
    ["nowhere", 1],
    ["z", 9],
    ["z", 10],
    ["a", null],
    ["a", 2],
  ]);
});

it("counts what was left out by kind, with its first example, those with a reason first", () => {
  const tally = new Tally();
  for (const path of ["a.log", "b.log", "c.log"]) {
    tally.file(path, "log");
    tally.skip(path, "logs", null);
  }
  tally.skip("x.sh", "scripts", null);
  tally.skip("y.bin", "unknown .bin files", "Not known.");
  const { skipped, plan, files } = tally.result(false);
  expect(skipped.map(({ what, files, example }) => [what, files, example])).toEqual([
    ["unknown .bin files", 1, "y.bin"],
    ["logs", 3, "a.log"],
    ["scripts", 1, "x.sh"],
  ]);
  expect([plan, files]).toEqual([[], 3]);
});

it("writes lists that are too long to a folder, whole, and nothing where they are short", async () => {
  const folder = await mkdtemp(join(tmpdir(), "carryover-tally-"));
  try {
    const short = new Tally(join(folder, "short"));
    short.problem(problemAt("a"));
    expect(short.result(false).lists).toEqual({ problems: null, plan: null });
    expect(existsSync(join(folder, "short"))).toBe(false);
    const long = new Tally(join(folder, "long"));
    for (let line = FIRST_ITEMS + 1; line >= 1; line--) long.problem(problemAt("a", line));
    const { problems, problemCount, lists } = long.result(false);
    expect([problems.length, problemCount, lists.plan]).toEqual([FIRST_ITEMS, FIRST_ITEMS + 1, null]);
    const all = await collect(allItems({ first: problems, file: lists.problems }));
    expect(all.map(({ line }) => line)).toEqual(Array.from({ length: FIRST_ITEMS + 1 }, (_, i) => i + 1));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
