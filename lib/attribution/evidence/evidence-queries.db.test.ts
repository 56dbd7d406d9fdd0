import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { createTestMemory, createTestRun } from "#lib/runs/testing.ts";
import { getTrial } from "#lib/runs/trial-queries.ts";
import { findTrialEvidence, getTrialEvidence } from "./evidence-queries.ts";

const database = testDatabase();
const trials: Record<string, string> = {};
const commands = "git clean -dfx\nmake distclean all";

beforeAll(async () => {
  const { db } = database;
  const zero = await createTestRun(db, { name: "zero", tasks: { swe: { t: "p" } } });
  const run = await createTestRun(db, {
    name: "memory",
    arm: "memory",
    tasks: { swe: { t: "ff", other: "p", bare: "f" } },
  });
  const content = (text: string) => ({ goal: "g", steps: text.split("\n") });
  const shown = await createTestMemory(db, {
    type: "workflow",
    title: "Clean the tree before the first build",
    benchmarkName: "cmp",
    content: content(commands),
  });
  for (let i = 0; i < 70; i++) {
    await createTestMemory(db, {
      type: "workflow",
      title: `Other ${i}`,
      benchmarkName: "cmp",
      content: content(`ls -la\npython check_${i}.py --all`),
    });
  }
  const stepsOf = (actions: string[], message: string | null = null) =>
    actions.map((action, i) => ({ source: "agent", action, message: i === 0 ? message : null }));
  const write = async (trialId: string, steps: object[], retrieved: boolean) => {
    await db.trajectory.create({
      data: { trialId, format: "test", steps, stepCount: steps.length, contentHash: trialId },
    });
    if (retrieved) await retrieve(trialId);
  };
  const retrieve = (trialId: string) =>
    db.retrieval.create({
      data: { trialId, memoryId: shown, memoryVersion: 1, rank: 1, query: "q", shown: {} },
    });
  await write(zero.trialId("swe/t/1"), stepsOf(["ls -la", "make distclean all"]), false);
  trials["followed"] = run.trialId("swe/t/1");
  trials["ignored"] = run.trialId("swe/t/2");
  trials["bare"] = run.trialId("swe/bare/1");
  const naming = 'I use memory item: "Clean the tree before the first build".';
  await write(trials["followed"], stepsOf(["ls -la", "cd x && git clean -dfx"], naming), true);
  // The zero-shot agent ran this as well.
  await write(trials["ignored"], stepsOf(["make distclean all"]), true);
  await retrieve(trials["bare"]);
});

describe("what a trial did with a memory it was delivered", () => {
  it("is read and followed, with the steps", async () => {
    const [evidence] = (await findTrialEvidence(database.db, trials["followed"] ?? "")) ?? [];
    expect(evidence).toMatchObject({
      rank: 1,
      use: "followed",
      mentions: [{ step: 1, how: "title" }],
      follows: [{ step: 2, quotes: ["git clean -dfx"] }],
      controls: 70,
    });
  });

  it("is ignored where it did only what it does without memory", async () => {
    const [evidence] = (await findTrialEvidence(database.db, trials["ignored"] ?? "")) ?? [];
    expect(evidence).toMatchObject({ use: "ignored", mentions: [], follows: [], controls: 70 });
  });

  it("is unknown without a trajectory", async () => {
    const trial = await getTrial(database.db, trials["bare"] ?? "");
    expect(trial && (await getTrialEvidence(database.db, trial))).toMatchObject([
      { use: "unknown", p: null },
    ]);
  });

  it("is nothing for a trial that is not there", async () => {
    expect(await findTrialEvidence(database.db, "x")).toBeNull();
  });
});
