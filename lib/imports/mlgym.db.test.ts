import { cp, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { getRevision } from "#lib/db/data-revision.ts";
import { testDatabase } from "#lib/db/testing.ts";
import { parseMlgymRule } from "#lib/runs/mlgym-rule.ts";
import { getRun } from "#lib/runs/queries.ts";
import { getMlgymRule, setMlgymRule } from "#lib/runs/stored-mlgym-rule.ts";
import { importAt } from "#lib/testing/import-at.ts";

const database = testDatabase();
const ada = { name: "ada", role: "editor" } as const;
let root: string;

type Score = Record<string, unknown>;

async function write(path: string, value: object): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), JSON.stringify(value));
}

const trajectory = (score: Score[], info: object = {}) => ({
  environment: "toy",
  trajectory: [{ action: "ls\n", observation: "a.py", thought: "Look.", response: "" }],
  history: [{ role: "user", content: "Train a model.", agent: "main" }],
  info: { exit_status: "submitted", score, model_stats: { total_cost: 1, task_cost: 0.25 }, ...info },
});

beforeEach(async () => {
  await database.db.$executeRaw`TRUNCATE "Run", "Task", "Setting", "AuditEvent" CASCADE`;
  root = await mkdtemp(join(tmpdir(), "carryover-mlgym-"));
  await write("toy/better/better.traj", trajectory([{ Accuracy: 0.4 }, { Accuracy: 0.62 }]));
  await write("toy/better/results.json", {
    agent: [{ Accuracy: 0.4 }, { Accuracy: 0.62 }],
    baseline: { Accuracy: 0.6 },
  });
  await write("toy/worse/logs/worse.traj", trajectory([{ val_loss: 3.3 }]));
  await write("toy/worse/results.json", { agent: [{ val_loss: 3.3 }], baseline: { val_loss: 3.2 } });
  await write("toy/several/several.traj", trajectory([{ RMSE: 1, R2: 0.4 }]));
  await write("toy/several/results.json", { agent: [{ RMSE: 1, R2: 0.4 }], baseline: { RMSE: 2, R2: 0.5 } });
  await write("toy/alone/alone.traj", trajectory([{ Accuracy: 0.9 }]));
  await write("toy/odd/odd.traj", trajectory([{ Gadgets: 5 }]));
  await write("toy/odd/results.json", { agent: [{ Gadgets: 5 }], baseline: { Gadgets: 4 } });
  await write("toy/broken/broken.traj", trajectory([{ Accuracy: 0.9 }], { exit_status: "exit_error" }));
  await write("toy/broken/results.json", { agent: [{ Accuracy: 0.9 }], baseline: { Accuracy: 0.1 } });
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function trials() {
  const rows = await database.db.trial.findMany({
    select: { outcome: true, reward: true, error: true, task: { select: { name: true } } },
  });
  return Object.fromEntries(
    rows.map(({ task, outcome, reward, error }) => [task.name, [outcome, reward, error]]),
  );
}

async function rules() {
  return (await database.db.run.findMany()).map(({ config }) => config);
}

it("tells outcomes by the baseline beside or above, and why one is missing", async () => {
  const done = await importAt(database.db, root);
  expect(done.problems).toEqual([]);
  expect(await trials()).toEqual({
    better: ["passed", 0.62, null],
    worse: ["failed", 3.3, null],
    several: ["missing", null, expect.stringContaining('"RMSE" would pass and "R2" fail')],
    alone: ["missing", 0.9, expect.stringContaining("neither a baseline nor a threshold")],
    odd: ["missing", 5, expect.stringContaining('better for "Gadgets" is unknown')],
    broken: ["errored", 0.9, "exit_error"],
  });
  expect(new Set((await rules()).map((config) => JSON.stringify(config)))).toContain(
    '{"mlgymRule":"margin: 0"}',
  );
});

it("judges anew under a changed rule, which the run keeps; the same again changes nothing", async () => {
  await importAt(database.db, root);
  const runs = await database.db.run.count();
  const before = await getRevision(database.db, "Trial");
  const text = "margin: 5%; gadgets: higher; R2: ignored; alone: 0.95";
  expect(await setMlgymRule(database.db, text, ada)).toMatchObject({ ok: true });
  const done = await importAt(database.db, root);
  expect(done.trials).toMatchObject({ created: 0, updated: 4, unchanged: 2 });
  expect(await getRevision(database.db, "Trial")).not.toBe(before);
  expect(await trials()).toMatchObject({
    better: ["failed", 0.62, null],
    several: ["passed", 1, null],
    alone: ["failed", 0.9, null],
    odd: ["passed", 5, null],
  });
  expect(await database.db.run.count()).toBe(runs);
  expect(await rules()).toContainEqual({
    mlgymRule: "margin: 5%; gadgets: higher; R2: ignored; alone: 0.95",
  });
  const shown = await Promise.all(done.runs.map(({ id }) => getRun(database.db, id ?? "")));
  expect(shown.map((run) => run?.mlgymRule)).toContain(text);
  const again = await importAt(database.db, root);
  expect(again.trials).toMatchObject({ created: 0, updated: 0 });
  expect(again.runs.every(({ action }) => action === "unchanged")).toBe(true);
});

it("says whose outcomes are still by the former rule when only a part comes again", async () => {
  await importAt(database.db, root);
  await setMlgymRule(database.db, "margin: 50%", ada);
  const part = await importAt(database.db, join(root, "toy", "better"));
  const warnings = ({ problems }: typeof part) => problems.map(({ reason }) => reason);
  expect(warnings(part)).toEqual([expect.stringContaining("5 other trials of this run keep their outcomes")]);
  expect((await trials())["better"]).toEqual(["failed", 0.62, null]);
  expect(warnings(await importAt(database.db, root))).toEqual([]);
  expect((await trials())["worse"]).toEqual(["failed", 3.3, null]);
});

it("knows a moved folder again under another rule", async () => {
  await importAt(database.db, root);
  await cp(join(root, "toy"), join(root, "elsewhere", "toy"), { recursive: true });
  await rename(join(root, "toy"), join(root, "gone"));
  await rm(join(root, "gone"), { recursive: true });
  const rule = parseMlgymRule("margin: 50%");
  if (!rule.ok) throw new Error(rule.error.message);
  await importAt(database.db, root, { mlgymRule: rule.value });
  expect(await database.db.trial.count()).toBe(6);
  expect((await trials())["better"]).toEqual(["failed", 0.62, null]);
});

it("joins no results to several tasks, and says so", async () => {
  await write("mixed/a.traj", trajectory([{ Accuracy: 0.9 }]));
  await write("mixed/b.traj", trajectory([{ Accuracy: 0.9 }]));
  await write("mixed/results.json", { agent: [{ Accuracy: 0.9 }], baseline: { Accuracy: 0.5 } });
  await write("empty/results.json", { agent: [{ Accuracy: 0.9 }], baseline: { Accuracy: 0.5 } });
  await write("toy/better/results.json", { agent: [{ Accuracy: 0.7 }], baseline: { Accuracy: "0.6" } });
  const { problems } = await importAt(database.db, root);
  expect(problems.map(({ reason }) => reason).sort()).toEqual([
    expect.stringContaining("2 tasks are beside or below this file"),
    "Expected a number: left out.",
    expect.stringContaining('Says 0.7 for "Accuracy", the trajectory says 0.62'),
    expect.stringContaining("There is no MLGym trajectory beside or below this file"),
  ]);
  expect(await trials()).toMatchObject({
    a: ["missing", 0.9, expect.anything()],
    better: ["missing", 0.62, expect.anything()],
  });
});

it("takes the agent's score from the results where the trajectory has none", async () => {
  await write("toy/alone/alone.traj", trajectory([]));
  await write("toy/alone/results.json", { agent: [{ Accuracy: 0.9 }], baseline: { Accuracy: 0.5 } });
  await importAt(database.db, root);
  expect((await trials())["alone"]).toEqual(["passed", 0.9, null]);
});

it("stores the rule with an audit row, refuses one that can't be read, and a reader", async () => {
  expect(await setMlgymRule(database.db, "margin: -1", ada)).toMatchObject({ error: { code: "invalid" } });
  expect(await setMlgymRule(database.db, "", { name: "bob", role: "reader" })).toMatchObject({
    error: { code: "forbidden" },
  });
  expect(await database.db.setting.count()).toBe(0);
  expect(await setMlgymRule(database.db, "Margin = 2", ada)).toEqual({ ok: true, value: "margin: 2" });
  expect((await getMlgymRule(database.db)).margin).toEqual({ amount: 2, relative: false });
  expect(await database.db.auditEvent.findMany()).toMatchObject([{ action: "setting.update", actor: "ada" }]);
});
