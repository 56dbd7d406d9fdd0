import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runInChild } from "#bench/command-line-child.ts";
import { writeOutputs } from "#lib/testing/harbor-outputs.ts";

let folder: string;
let files: number;
const arms = ["zero-shot", "insight", "summary", "trajectory", "workflow"];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "carryover-size-"));
  const size = { arms, tasks: 24, attempts: 3, steps: 30, observation: 2000 };
  files = await writeOutputs(join(folder, "outputs"), size);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

// A twentieth of what a full evaluation leaves; `bench import` does all of it.
it("imports the outputs of five arms in less than 600 MB, on one screen, and knows them again", async () => {
  const run = () => runInChild(join(folder, "data"), ["import", join(folder, "outputs")]);
  // The first call makes the database, which is work of another kind.
  expect(await runInChild(join(folder, "data"), ["runs"])).toMatchObject({ code: 0 });
  const first = await run();
  expect(first.stdout).toContain(`${files} files read.`);
  expect(first.stdout).toMatch(/trials +360 +0 +0 +0/);
  expect(first.stdout.trim().split("\n").length).toBeLessThanOrEqual(30);
  const again = await run();
  expect(again.stdout).toMatch(/trials +0 +0 +360 +0/);
  for (const { code, megabytes } of [first, again]) {
    expect(code).toBe(0);
    expect(megabytes).toBeLessThan(600);
  }
}, 180_000);
