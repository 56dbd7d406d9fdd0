import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor.ts";
import { testDatabase } from "#lib/db/testing.ts";
import { createTestRun } from "#lib/runs/testing.ts";
import { getCueCounts } from "./cue-queries.ts";
import { labelTrial, withdrawLabel } from "./label-trial.ts";
import { getTriageTask, listTriage } from "./queries.ts";
import type { LabelInput } from "./schema.ts";

const database = testDatabase();
const ada: Actor = { name: "ada", role: "editor" };
const bob: Actor = { name: "bob", role: "editor" };
let base: Awaited<ReturnType<typeof createTestRun>>;
let cand: Awaited<ReturnType<typeof createTestRun>>;

beforeAll(async () => {
  const { db } = database;
  base = await createTestRun(db, { name: "zero", tasks: { swe: { a: "p", b: "p", c: "p", d: "f" } } });
  cand = await createTestRun(db, {
    name: "mem",
    arm: "memory",
    tasks: { swe: { a: "f", b: "f", c: "p", d: "p" } },
  });
  const write = (trialId: string, observations: string[]) =>
    db.trajectory.create({
      data: {
        trialId,
        format: "test",
        steps: observations.map((observation) => ({ source: "agent", action: "pytest", observation })),
        stepCount: observations.length,
        contentHash: trialId,
      },
    });
  for (const [run, task, outputs] of [
    [base, "a", ["1 failed", "3 passed"]],
    [cand, "a", ["3 passed"]],
    [base, "c", ["3 passed"]],
    [cand, "c", ["3 passed", "1 failed"]],
  ] as const)
    await write(run.trialId(`swe/${task}/1`), [...outputs]);
});
beforeEach(async () => {
  await database.db.$executeRaw`TRUNCATE "ReviewLabel", "AuditEvent"`;
});

const asked = () => ({ base: base.id, candidate: cand.id, kind: "cause" as const });
const label = (task: string, its: string, by = ada) =>
  labelTrial(
    database.db,
    { trialId: cand.trialId(`swe/${task}/1`), kind: "cause", label: its, note: "" },
    by,
  );
const list = async (by = ada) => {
  const found = await listTriage(database.db, asked(), by.name);
  if (!found) throw new Error("There is no such comparison.");
  return found;
};

describe("labels", () => {
  it("are revised by a new one, taken back one by one, and leave audit rows", async () => {
    await label("a", "anchoring");
    const second = await label("a", "none");
    expect((await list()).tasks.map(({ task, mine }) => [task.taskName, mine?.label])).toEqual([
      ["a", "none"],
      ["b", undefined],
    ]);
    await withdrawLabel(database.db, { id: second.ok ? second.value.id : "" }, ada);
    expect((await list()).tasks[0]?.mine?.label).toBe("anchoring");
    const audit = await database.db.auditEvent.findMany({ orderBy: { createdAt: "asc" } });
    expect(audit.map(({ action }) => action)).toEqual(["triage.label", "triage.label", "triage.withdraw"]);
    expect(await database.db.reviewLabel.count()).toBe(2);
  });

  it("of others are shown only once one has labeled the task oneself", async () => {
    await label("a", "anchoring", bob);
    expect((await list()).tasks[0]).toMatchObject({ mine: null, others: [], otherCount: 1 });
    await label("a", "misapplied");
    expect((await list()).tasks[0]).toMatchObject({ others: [{ actor: "bob", label: "anchoring" }] });
  });

  it("are refused where they are none of the list, of a trial that is not there, and of others to take back", async () => {
    const bad = { trialId: cand.trialId("swe/a/1"), kind: "cause", label: "workflow" } as LabelInput;
    expect(await labelTrial(database.db, bad, ada)).toMatchObject({ error: { code: "invalid" } });
    const nobody = { ...bad, label: "none", trialId: "0199c1a1-0000-7000-8000-00000000beef" };
    expect(await labelTrial(database.db, nobody, ada)).toMatchObject({ error: { code: "not_found" } });
    const mine = await label("a", "none");
    const id = mine.ok ? mine.value.id : "";
    expect(await withdrawLabel(database.db, { id }, bob)).toMatchObject({ error: { code: "not_found" } });
    const reader = { name: "eve", role: "reader" } as const;
    expect(await withdrawLabel(database.db, { id }, reader)).toMatchObject({ error: { code: "forbidden" } });
    expect(await labelTrial(database.db, { ...bad, label: "none" }, reader)).toMatchObject({
      error: { code: "forbidden" },
    });
  });
});

describe("the list", () => {
  it("counts progress, and leads on to what has no label", async () => {
    await label("a", "none");
    const found = await getTriageTask(database.db, { ...asked(), taskId: base.taskId("swe/a") }, "ada");
    expect(found).toMatchObject({ labeled: 1, of: 2, nextTaskId: base.taskId("swe/b") });
    expect((await list()).counts).toEqual([{ label: "none", count: 1 }]);
    const gained = await listTriage(database.db, { ...asked(), kind: "transfer" }, "ada");
    expect(gained?.tasks.map(({ task }) => task.taskName)).toEqual(["d"]);
  });

  it("says how far two people agree, over the tasks that both labeled", async () => {
    expect((await list()).agreement).toBeNull();
    for (const [task, mine, theirs] of [
      ["a", "anchoring", "anchoring"],
      ["b", "none", "none"],
    ] as const) {
      await label(task, mine);
      await label(task, theirs, bob);
    }
    expect((await list()).agreement).toMatchObject({
      actors: ["ada", "bob"],
      both: 2,
      kappa: { value: { kappa: 1, n: 2 } },
    });
  });
});

it("counts cues at lost tasks beside those at tasks gained and kept", async () => {
  const counts = await getCueCounts(database.db, { base: base.id, candidate: cand.id });
  expect(counts.find(({ cue }) => cue === "own_check_passed")).toEqual({
    cue: "own_check_passed",
    lost: { k: 1, n: 1 },
    control: { k: 0, n: 1 },
  });
});
