import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runInChild } from "#bench/command-line-child.ts";

const STEPS = 500;
const MEGABYTE = 1024 * 1024;
let folder: string;

/** One row of an evaluation whose observations come to so many bytes. */
function row(bytes: number): string {
  const history = Array.from({ length: STEPS }, (_, index) => {
    const line = `${index.toString(36)} of many lines that differ `;
    const content = line.repeat(Math.ceil(bytes / STEPS / line.length));
    return [
      { id: 2 * index, source: "agent", action: "run", args: { command: "make" } },
      { id: 2 * index + 1, cause: 2 * index, observation: "run", content },
    ];
  });
  return JSON.stringify({ instance_id: "toy__clock-1", history: history.flat() });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "carryover-trajectory-"));
  for (const [name, size] of [
    ["small", MEGABYTE / 10],
    ["large", 50 * MEGABYTE],
  ] as const) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, "output.jsonl"), row(size));
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it("imports a trajectory of 50 MB within 300 MB more than a small one", async () => {
  const run = (...args: string[]) => runInChild(join(folder, "data"), args);
  // The first call makes the database, which is work of another kind.
  expect(await run("runs")).toMatchObject({ code: 0 });
  const small = await run("import", join(folder, "small"));
  const large = await run("import", join(folder, "large"));
  expect(large.stdout).toMatch(/trajectories +1 +0 +0 +0/);
  expect(large.megabytes - small.megabytes).toBeLessThan(300);
}, 180_000);
