import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { importPaths } from "./import-paths.ts";

const database = testDatabase();
const actor = { name: "test", role: "editor" } as const;

function trial(tasks: string, reward: number) {
  return {
    task_name: "sum-up",
    trial_name: "sum-up__a",
    task_id: { path: `/home/toy/skillsbench/${tasks}/sum-up` },
    source: tasks,
    task_checksum: `sum of ${tasks}`,
    agent_info: { name: "toy-agent", model_info: { name: "toy-model", provider: "toy" } },
    verifier_result: { rewards: { reward } },
    exception_info: null,
  };
}

it("puts trials with and without skills into two arms over the same task, and lets a person say otherwise", async () => {
  const folder = await mkdtemp(join(tmpdir(), "carryover-skills-"));
  try {
    for (const [arm, tasks, reward] of [
      ["no_skills", "tasks-no-skills", 0],
      ["with_skills", "tasks", 1],
    ] as const) {
      await mkdir(join(folder, arm, "sum-up__a"), { recursive: true });
      await writeFile(join(folder, arm, "sum-up__a/result.json"), JSON.stringify(trial(tasks, reward)));
    }
    const run = (options: object) => importPaths(database.db, [folder], options, { actor });
    expect(await run({ dryRun: true, arm: "zero_shot" })).toMatchObject({
      ok: true,
      value: { runs: [{ arm: "zero_shot" }, { arm: "zero_shot" }] },
    });
    expect(await run({})).toMatchObject({
      ok: true,
      value: {
        problems: [],
        runs: [
          { name: "no_skills", arm: "zero_shot", failed: 1 },
          { name: "with_skills", arm: "memory", memoryType: null, passed: 1 },
        ],
      },
    });
    const tasks = await database.db.task.findMany({ include: { trials: { orderBy: { outcome: "asc" } } } });
    expect(tasks).toMatchObject([
      {
        benchmarkName: "SkillsBench",
        name: "sum-up",
        checksum: "",
        trials: [
          { details: { taskChecksum: "sum of tasks" } },
          { details: { taskChecksum: "sum of tasks-no-skills" } },
        ],
      },
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
