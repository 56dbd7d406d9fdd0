import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { importPaths } from "./import-paths.ts";

const database = testDatabase();
const actor = { name: "ada", role: "editor" } as const;
const fixtures = join(import.meta.dirname, "fixtures");
let copy: string;

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "carryover-report-"));
  await cp(join(fixtures, "runs/outputs"), copy, { recursive: true });
});
afterAll(() => rm(copy, { recursive: true, force: true }));

it("counts what harnesses leave around trials by kind, and calls none of it a problem", async () => {
  const trial = join(copy, "Z/alpha-bench/1/csv-merge__aa11");
  const around = [
    "job.log",
    "config.json",
    "agent/install.sh",
    "verifier/ctrf.json",
    "verifier/test-stdout.txt",
  ];
  const ctrf = JSON.stringify({ results: { tool: {}, summary: { tests: 1 }, tests: [] } });
  for (const name of around) {
    await mkdir(dirname(join(trial, name)), { recursive: true });
    await writeFile(join(trial, name), name.endsWith("ctrf.json") ? ctrf : '{"a":1}\n');
  }
  await writeFile(join(trial, "notes.xyz"), "anything");
  await writeFile(join(trial, "half.json"), '{"task_name": "cut o');
  const imported = await importPaths(database.db, [join(copy, "Z")], { dryRun: true }, { actor });
  if (!imported.ok) throw new Error(imported.error.message);
  const { skipped, problems, plan } = imported.value;
  expect(skipped.map(({ what, files }) => [what, files]).sort()).toEqual([
    ["logs", 2],
    ["scripts", 1],
    ["settings", 1],
    ["unknown .xyz files", 1],
  ]);
  expect(problems.map(({ path }) => path.split("/").at(-1))).toEqual(["half.json"]);
  expect(plan.every(({ format }) => format !== null)).toBe(true);
});
