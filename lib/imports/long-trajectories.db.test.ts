import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { findInTrial, getStep } from "#lib/runs/step-queries.ts";
import { getTrial } from "#lib/runs/trial-queries.ts";
import { importPaths } from "./import-paths.ts";

const database = testDatabase();
const actor = { name: "test", role: "editor" } as const;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "carryover-long-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function imported() {
  const result = await importPaths(database.db, [folder], {}, { actor });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function row(name: string, steps: number, characters: number) {
  const history = Array.from({ length: steps }, (_, id) => [
    { id: 2 * id, source: "agent", action: "run", args: { command: `step ${id + 1}` } },
    { id: 2 * id + 1, cause: 2 * id, observation: "run", content: "x".repeat(characters) },
  ]).flat();
  return JSON.stringify({ instance_id: name, history });
}

it("stores a trajectory of 6 MB in parts, and reads it as one", async () => {
  await writeFile(join(folder, "output.jsonl"), row("toy__a-1", 60, 100_000));
  expect(await imported()).toMatchObject({ problems: [], trajectories: { created: 1 } });
  const [trajectory] = await database.db.trajectory.findMany({ include: { parts: true } });
  expect(trajectory?.parts.map(({ firstStep }) => firstStep).sort((a, b) => a - b)).toEqual([20, 40]);
  const id = trajectory?.trialId ?? "";
  const trial = await getTrial(database.db, id);
  expect(trial?.trajectory?.steps.map(({ action }) => action)).toEqual(
    Array.from({ length: 60 }, (_, index) => `step ${index + 1}`),
  );
  for (const step of [1, 20, 21, 41, 60])
    expect((await getStep(database.db, id, step))?.action).toBe(`step ${step}`);
  expect(await getStep(database.db, id, 61)).toBeNull();
  expect(await findInTrial(database.db, id, "step 59")).toHaveLength(1);
  expect((await imported()).trajectories).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
});

it("leaves no part of what it was when it gets shorter", async () => {
  await writeFile(join(folder, "output.jsonl"), row("toy__a-1", 2, 10));
  expect(await imported()).toMatchObject({ trajectories: { updated: 1 } });
  expect(await database.db.trajectoryPart.count()).toBe(0);
});

it("writes the steps of each of a file's many rows, whatever order the trials come in", async () => {
  const names = Array.from({ length: 120 }, (_, index) => `toy__b-${(index * 37) % 120}`);
  await writeFile(
    join(folder, "output.jsonl"),
    names.map((name, index) => row(name, (index % 5) + 1, 10)).join("\n"),
  );
  expect(await imported()).toMatchObject({ problems: [], trajectories: { created: 120 } });
  const stored = await database.db.trial.findMany({
    where: { task: { name: { startsWith: "toy__b-" } } },
    include: { task: true, trajectory: true },
  });
  for (const { task, trajectory } of stored)
    expect(trajectory?.stepCount).toBe((names.indexOf(task.name) % 5) + 1);
});
