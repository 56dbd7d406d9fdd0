import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { importAt } from "./testing-import.ts";

const database = testDatabase();
const fixtures = join(import.meta.dirname, "fixtures");
let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "carryover-refused-"));
  await cp(fixtures, join(root, "all"), { recursive: true });
  // Whatever check a value slips through, the database has the last word.
  await database.db.$executeRaw`
    CREATE FUNCTION "refuseRow"() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'value "%" is out of range', TG_ARGV[0] USING ERRCODE = '22003';
    END $$`;
  await database.db.$executeRaw`
    CREATE TRIGGER "refuseRow" BEFORE INSERT ON "Memory" FOR EACH ROW
    WHEN (NEW."title" = 'When an API wants a token') EXECUTE FUNCTION "refuseRow"('token')`;
  await database.db.$executeRaw`
    CREATE TRIGGER "refuseRow" BEFORE INSERT ON "Trial" FOR EACH ROW
    WHEN (NEW."sourcePath" LIKE '%port-scan__ee55') EXECUTE FUNCTION "refuseRow"('port')`;
});
afterAll(() => rm(root, { recursive: true, force: true }));

it("ends no import for one row that the database refuses: it is that row's problem", async () => {
  const plan = await importAt(database.db, join(root, "all"), { dryRun: true });
  const done = await importAt(database.db, join(root, "all"));
  expect(done.memories).toMatchObject({
    created: plan.memories.created - 1,
    rejected: plan.memories.rejected + 1,
  });
  expect(done.trials).toMatchObject({ created: plan.trials.created - 2, rejected: plan.trials.rejected + 2 });
  expect(await database.db.memory.count()).toBe(done.memories.created);
  expect(await database.db.trial.count()).toBe(done.trials.created);
  expect(await database.db.retrieval.count()).toBe(done.retrievals.created);
  const refused = done.problems.filter(({ reason }) => reason.startsWith("The database refused it:"));
  expect(
    refused.map(({ path, line, reason }) => [
      path.split("/").slice(-2).join("/"),
      line,
      /"\w+"/.exec(reason)?.[0],
    ]),
  ).toEqual([
    ["pools/reme.jsonl", 1, '"token"'],
    ["port-scan__ee55/result.json", null, '"port"'],
    ["port-scan__ee55/result.json", null, '"port"'],
  ]);
  expect(await database.db.run.count({ where: { unfinishedTrials: { not: null } } })).toBe(0);
});

it("changes nothing more the second time", async () => {
  const again = await importAt(database.db, join(root, "all"));
  expect(again.memories).toMatchObject({ created: 0, updated: 0 });
  expect(again.trials).toMatchObject({ created: 0, updated: 0 });
});
