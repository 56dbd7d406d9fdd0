import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { importAt } from "#lib/testing/import-at.ts";

const database = testDatabase();
const runs = join(import.meta.dirname, "fixtures/runs");
let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "carryover-copies-"));
  await cp(join(runs, "outputs"), join(root, "outputs"), { recursive: true });
  await cp(join(runs, "tb-submission"), join(root, "tb"), { recursive: true });
  await cp(join(runs, "swe-report"), join(root, "swe"), { recursive: true });
});
afterAll(() => rm(root, { recursive: true, force: true }));
beforeEach(async () => {
  await database.db.run.deleteMany();
});

const counts = async () => [await database.db.run.count(), await database.db.trial.count()];

it.each(["outputs", "tb", "swe"])(
  "imports a copy of a run inside another once, and names both paths: %s",
  async (name) => {
    const whole = join(root, `${name}-nested`);
    await cp(join(root, name), whole, { recursive: true });
    await importAt(database.db, whole);
    const before = await counts();
    await database.db.run.deleteMany();
    await cp(join(root, name), join(whole, "old/deeper", name), { recursive: true });
    const nested = await importAt(database.db, whole);
    expect(await counts()).toEqual(before);
    expect(nested.trials).toMatchObject({ created: before[1], rejected: before[1] });
    const [warning] = nested.problems.filter(({ reason }) => reason.includes("a copy of what is at"));
    expect(warning?.path).toContain(`${name}-nested/old/deeper/${name}/`);
    expect(warning?.reason).toContain(`${name}-nested/`);
    const again = await importAt(database.db, whole);
    expect(again.trials).toMatchObject({ created: 0, updated: 0, unchanged: before[1] });
    expect(await counts()).toEqual(before);
  },
);

it.each(["outputs", "tb", "swe"])("knows runs again below another parent folder: %s", async (name) => {
  const first = await importAt(database.db, join(root, name));
  const before = await counts();
  const moved = join(root, `moved-${name}`);
  await cp(join(root, name), join(moved, "elsewhere"), { recursive: true });
  const again = await importAt(database.db, moved);
  expect(await counts()).toEqual(before);
  expect(again.trials).toMatchObject({ created: 0, updated: 0, unchanged: first.trials.created });
  expect(again.runs.map(({ action, id }) => [action, id !== null])).toEqual(
    first.runs.map(() => ["unchanged", true]),
  );
  const warnings = again.problems.filter(({ reason }) => reason.includes("none was imported twice"));
  expect(warnings).toHaveLength(first.runs.length);
  expect(warnings[0]?.path).toContain(`moved-${name}/`);
  expect(warnings[0]?.reason).toMatch(new RegExp(`already imported from .*${name}/`));
});

it("knows a run again whose own folder was renamed", async () => {
  await importAt(database.db, join(root, "outputs/Z"));
  const before = await counts();
  await cp(join(root, "outputs/Z"), join(root, "renamed/baseline"), { recursive: true });
  const again = await importAt(database.db, join(root, "renamed"));
  expect(again.trials).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
  expect(await counts()).toEqual(before);
});

it("knows what was imported before identities were kept", async () => {
  await importAt(database.db, join(root, "outputs"));
  const before = await counts();
  await database.db.trial.updateMany({ data: { identity: null } });
  expect((await importAt(database.db, join(root, "outputs"))).trials).toMatchObject({
    created: 0,
    unchanged: 9,
  });
  await cp(join(root, "outputs"), join(root, "upgraded/outputs-2"), { recursive: true });
  const moved = await importAt(database.db, join(root, "upgraded"));
  expect(moved.trials).toMatchObject({ created: 0, updated: 0, unchanged: 9 });
  expect(await counts()).toEqual(before);
});

it("adds what is new to a run that is known by its trials", async () => {
  await importAt(database.db, join(root, "outputs/Z/alpha-bench/1"));
  await cp(join(root, "outputs/Z"), join(root, "grown/Z-all"), { recursive: true });
  const grown = await importAt(database.db, join(root, "grown"));
  expect(grown.trials).toMatchObject({ created: 2, unchanged: 1 });
  expect(await counts()).toEqual([1, 3]);
});

it("keeps equal verdicts of other runs apart", async () => {
  await importAt(database.db, join(root, "swe"));
  const [runsBefore, trialsBefore] = await counts();
  await cp(join(root, "swe/toy.run.json"), join(root, "swe-other/other-model.run.json"));
  await importAt(database.db, join(root, "swe-other"));
  expect(await counts()).toEqual([(runsBefore ?? 0) + 1, (trialsBefore ?? 0) * 2]);
});
