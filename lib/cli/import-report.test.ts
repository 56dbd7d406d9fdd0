import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Tally } from "#lib/imports/counts.ts";
import type { RunReport } from "#lib/imports/schema.ts";
import { importJson, importText } from "./import-report.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "carryover-text-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run: RunReport = {
  id: null,
  key: "k",
  group: "k",
  grouping: null,
  folders: 1,
  tasks: 3,
  attempts: 1,
  benchmarks: ["b"],
  name: "T",
  source: "harbor",
  action: "created",
  arm: "zero_shot",
  memoryType: null,
  scope: null,
  model: null,
  agent: null,
  trials: 3,
  passed: 1,
  failed: 2,
  errored: 0,
  missing: 0,
};

function crowded() {
  const tally = new Tally(folder);
  for (let n = 0; n < 40; n += 1) tally.skip(`side.x${n}`, `unknown .x${n} files`, "Not recognized.");
  for (let n = 0; n < 3000; n += 1) {
    tally.file(`pool${n}.jsonl`, "mtl-pool");
    tally.problem({ path: `pool${n}.jsonl`, line: n, field: "goal", reason: `Reason\n${n}.` }, "memories");
  }
  const runs = Array.from({ length: 50 }, () => run);
  return tally.result(true, { runs });
}

it("says what is wrong before what came in and what was left out, on one screen", () => {
  const lines = importText(crowded()).split("\n");
  expect(lines.length).toBeLessThanOrEqual(30);
  const parts = lines.filter((line) => /^[A-Z][a-z ]+:$/.test(line));
  expect(parts).toEqual(["Problems:", "Runs:", "Left out:"]);
  expect(lines).toContain("  and 2993 more (--json lists all)");
});

it("lists all of it as JSON", async () => {
  const json = importJson(crowded());
  if (!(Symbol.asyncIterator in json)) throw new Error("expected a long report to come in pieces");
  let text = "";
  for await (const piece of json) text += piece;
  const report = JSON.parse(text);
  expect(report.problems).toHaveLength(3000);
  expect(report.problems[2999]).toMatchObject({ path: "pool2999.jsonl", line: 2999, field: "goal" });
  expect(report.plan).toHaveLength(3000);
  expect(report.skipped).toHaveLength(40);
  expect(report).toMatchObject({ dryRun: true, problemCount: 3000, memories: { rejected: 3000 } });
  expect(report).not.toHaveProperty("lists");
});

it("gives a short report as it is", () => {
  expect(importJson(new Tally(folder).result(true))).toMatchObject({ files: 0, problems: [], plan: [] });
});
