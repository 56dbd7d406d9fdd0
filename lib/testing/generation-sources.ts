import type { Db } from "#lib/db/client.ts";
import type { Memory } from "#lib/db/generated/client.ts";
import { createMemory, ensureBenchmarks } from "#lib/memories/record.ts";

const steps = [
  { source: "user", message: "Fix it" },
  { source: "agent", reasoning: "Look first", action: "ls", observation: "app.py" },
  { source: "agent", action: "pytest", observation: "1 failed" },
];

/** What the tests of drafts start from. */
export type SeededSources = {
  /** Ids of trials by outcome, each with a trajectory; "bare" has none. */
  trials: Record<string, string>;
  /** A trajectory memory without a trial; the testing server answers badly about it. */
  trajectory: Memory;
  /** Made from the passed trial. */
  insight: Memory;
};

export async function seedSources(db: Db): Promise<SeededSources> {
  const trials: Record<string, string> = {};
  await ensureBenchmarks(db, ["Alpha"]);
  const run = await db.run.create({
    data: { importKey: "run", name: "zero-shot 1", arm: "zero_shot", model: "gpt-test", source: "test" },
  });
  for (const [attempt, outcome] of (
    ["passed", "failed", "errored", "missing", "passed"] as const
  ).entries()) {
    const task = await db.task.create({
      data: { benchmarkName: "Alpha", name: `task-${attempt}`, statement: "Make the tests pass" },
    });
    const trial = await db.trial.create({
      data: { runId: run.id, taskId: task.id, attempt: 1, outcome, sourcePath: "t", contentHash: "h" },
    });
    trials[attempt === 4 ? "bare" : outcome] = trial.id;
    if (attempt === 4) continue;
    await db.trajectory.create({
      data: { trialId: trial.id, format: "test", steps, stepCount: steps.length, contentHash: "h" },
    });
  }
  const shared = {
    benchmarkName: "Alpha",
    task: "Old task",
    outcome: "failed",
    sourceFormat: "test",
  } as const;
  const note = { kind: "import", actor: "test" } as const;
  const trajectory = await createMemory(
    db,
    {
      ...shared,
      taskName: "old",
      type: "trajectory",
      content: { steps: [{ action: "make", observation: "[[mode:bad]] error" }] },
    },
    note,
  );
  const content = { title: "Old title", description: "Old.", content: "Old content." };
  const insight = await createMemory(db, { ...shared, taskName: "task-0", type: "insight", content }, note);
  await db.memory.update({ where: { id: insight.id }, data: { sourceTrialId: trials["passed"] ?? null } });
  return { trials, trajectory, insight };
}
