import { cp, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { importAt } from "#lib/testing/import-at.ts";

const database = testDatabase();
const fixture = join(import.meta.dirname, "fixtures/runs/tb-submission");
let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "carryover-choices-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));
beforeEach(async () => {
  await database.db.run.deleteMany();
});

const stored = async () => {
  const runs = await database.db.run.findMany({
    orderBy: { name: "asc" },
    include: { trials: { select: { attempt: true } } },
  });
  return runs.map(({ name, arm, trials }) => [
    name,
    arm,
    trials.length,
    Math.max(...trials.map((t) => t.attempt)),
  ]);
};

/** A Terminal-Bench run of two tasks; `minute` tells its trials from those of any other. */
async function writeRun(folder: string, minute: number, ids = false): Promise<void> {
  await mkdir(folder, { recursive: true });
  const results = ["a", "b"].map((task) => ({
    id: ids ? `0192f0a0-0000-7000-8000-00000000${minute}0${task}` : `${minute}-${task}`,
    trial_name: `${task}.1-of-1.run`,
    task_id: task,
    is_resolved: task === "a",
    failure_mode: "unset",
    parser_results: null,
    trial_started_at: `2026-03-01T00:${minute}:00+00:00`,
    trial_ended_at: `2026-03-01T00:${minute}:30+00:00`,
  }));
  await writeFile(join(folder, "results.json"), JSON.stringify({ id: "run", results, n_resolved: 1 }));
}

describe("folders that look like repeats", () => {
  it("are proposed as one run, and become a run each where a person says so, also when nobody says it again", async () => {
    const plan = await importAt(database.db, fixture, { dryRun: true });
    expect(plan.runs).toMatchObject([
      { name: "toy-agent", grouping: "repeats", folders: 2, attempts: 2, tasks: 3 },
    ]);
    const apart = await importAt(database.db, fixture, { grouping: "runs" });
    expect(apart.runs.map(({ name, grouping }) => [name, grouping])).toEqual([
      ["toy-agent", "runs"],
      ["toy-agent2", "runs"],
    ]);
    const before = await stored();
    expect(before).toEqual([
      ["toy-agent", "zero_shot", 3, 1],
      ["toy-agent2", "zero_shot", 3, 1],
    ]);
    const moved = join(root, "moved/jobs");
    await cp(fixture, moved, { recursive: true });
    for (const [path, options] of [
      [fixture, {}],
      [fixture, { grouping: "runs" as const }],
      [moved, {}],
    ] as const) {
      const again = await importAt(database.db, path, options);
      expect(again.trials).toMatchObject({ created: 0, updated: 0, unchanged: 6 });
      expect(again.runs.map(({ action }) => action)).toEqual(["unchanged", "unchanged"]);
    }
    expect(await stored()).toEqual(before);
  });

  it("are decided one by one, by the key of the dry run", async () => {
    const [group] = (await importAt(database.db, fixture, { dryRun: true })).runs;
    const key = group?.group ?? "";
    const choices = { [key]: { grouping: "runs" as const } };
    const split = (await importAt(database.db, fixture, { dryRun: true, choices })).runs;
    expect(split.map(({ group: from }) => from)).toEqual([key, key]);
    const named = { ...choices, [split[1]?.key ?? ""]: { name: "second", memoryType: "insight" as const } };
    await importAt(database.db, fixture, { choices: named });
    const before = await stored();
    expect(before).toEqual([
      ["second", "memory", 3, 1],
      ["toy-agent", "zero_shot", 3, 1],
    ]);
    expect((await importAt(database.db, fixture)).runs.map(({ action }) => action)).toEqual([
      "unchanged",
      "unchanged",
    ]);
    expect(await stored()).toEqual(before);
  });

  it("says that a run that is stored whole is not taken apart", async () => {
    await importAt(database.db, fixture);
    const again = await importAt(database.db, fixture, { grouping: "runs" });
    expect(again.trials).toMatchObject({ created: 0, unchanged: 6 });
    expect(again.problems.map(({ reason }) => reason)).toContainEqual(
      expect.stringMatching(/stored as one run "toy-agent".*Delete that run/),
    );
    expect(await stored()).toEqual([["toy-agent", "zero_shot", 6, 2]]);
  });
});

describe("a run", () => {
  it("keeps an arm and a name that a person gave it until a person gives others", async () => {
    const folder = join(fixture, "toy-agent");
    const [plan] = (await importAt(database.db, folder, { dryRun: true })).runs;
    await importAt(database.db, folder, { choices: { [plan?.key ?? ""]: { name: "Mine", arm: "memory" } } });
    expect((await importAt(database.db, folder)).runs).toMatchObject([{ name: "Mine", action: "unchanged" }]);
    expect(await stored()).toEqual([["Mine", "memory", 3, 1]]);
    const [again] = (await importAt(database.db, folder, { arm: "zero_shot" })).runs;
    expect(again).toMatchObject({ name: "Mine", arm: "zero_shot", action: "updated" });
  });

  it.each([false, true])(
    "stays one wherever its folder lies, and two of one name stay two (ids: %s)",
    async (ids) => {
      const [a, b] = [join(root, `${ids}/a/jobs/run`), join(root, `${ids}/b/jobs/run`)];
      await writeRun(a, 10, ids);
      await writeRun(b, 20, ids);
      const first = await importAt(database.db, join(root, `${ids}/a`));
      const second = await importAt(database.db, join(b, "..", ".."));
      expect([first.trials.created, second.trials.created]).toEqual([2, 2]);
      const twoRuns = await stored();
      expect(twoRuns).toEqual([
        ["run", "zero_shot", 2, 1],
        ["run", "zero_shot", 2, 1],
      ]);
      await rename(join(root, `${ids}/a/jobs`), join(root, `${ids}/a/evaluations`));
      for (const path of ["a", "a/evaluations", "a/evaluations/run", "b/jobs", ""]) {
        const again = await importAt(database.db, join(root, `${ids}`, path));
        expect([again.trials.created, again.trials.updated]).toEqual([0, 0]);
      }
      expect(await stored()).toEqual(twoRuns);
      await database.db.run.deleteMany();
      await importAt(database.db, join(root, `${ids}`));
      expect(await stored()).toEqual(twoRuns);
    },
  );

  it("takes two folders of one name under a given name as two attempts, in one import or in two", async () => {
    const [a, b] = [join(root, "named/a/jobs/run"), join(root, "named/b/jobs/run")];
    await writeRun(a, 30, true);
    await writeRun(b, 40, true);
    for (const path of [a, b, join(root, "named")]) await importAt(database.db, path, { run: "both" });
    expect(await stored()).toEqual([["both", "zero_shot", 4, 2]]);
  });
});
