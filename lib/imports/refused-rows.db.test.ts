import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { importAt } from "#lib/testing/import-at.ts";

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

const titles = ["zero", "checked", "two", "three", "vectored", "five", "changed"];

/** Each title keeps its id in whatever company it comes. */
const pool = (content: string, wanted: readonly string[]) =>
  wanted
    .map((title) => {
      const place = titles.indexOf(title) + 1;
      const embeddings = [{ model: "toy-space", dimensions: 2, vector: [place, 1] }];
      const said = { title, description: "d", content };
      return JSON.stringify({
        type: "insight",
        benchmark: "toy",
        id: `row-${place}`,
        content: said,
        embeddings,
      });
    })
    .join("\n");

it("writes the others whatever refuses a row: a check, a trigger without a code, its vector, its update", async () => {
  const { db } = database;
  const path = join(root, "pool.jsonl");
  await writeFile(path, pool("c", ["zero", "two", "five", "changed"]));
  expect((await importAt(db, path)).memories).toMatchObject({ created: 4, rejected: 0 });
  await db.$executeRaw`ALTER TABLE "Memory" ADD CONSTRAINT "refused" CHECK ("title" <> 'checked')`;
  await db.$executeRaw`
    CREATE FUNCTION "refuseIt"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'not this one'; END $$`;
  await db.$executeRaw`
    CREATE TRIGGER "refuseIt" BEFORE UPDATE ON "Memory" FOR EACH ROW
    WHEN (NEW."title" = 'changed') EXECUTE FUNCTION "refuseIt"()`;
  await db.$executeRaw`
    CREATE TRIGGER "refuseIt" BEFORE INSERT ON "Embedding" FOR EACH ROW
    WHEN (NEW."vector" = '[5,1]') EXECUTE FUNCTION "refuseIt"()`;
  await writeFile(path, pool("new", titles));
  const done = await importAt(db, path);
  expect(done.memories).toEqual({ created: 1, updated: 3, unchanged: 0, rejected: 3 });
  expect(done.vectors).toEqual({ created: 1, updated: 3, unchanged: 0, rejected: 3 });
  expect(done.problems).toMatchObject(
    [2, 5, 7].map((line) => ({ line, reason: expect.stringContaining("The database refused it:") })),
  );
  const stored = await db.memory.findMany({ where: { benchmarkName: "toy" }, orderBy: { importKey: "asc" } });
  expect(stored.map(({ title, version }) => [title, version]).sort()).toEqual([
    ["changed", 1],
    ["five", 2],
    ["three", 1],
    ["two", 2],
    ["zero", 2],
  ]);
});

it.each(["53100", "57014"])(
  "ends where the server itself fails (%s), for no row is to blame",
  async (code) => {
    const { db } = database;
    await db.$executeRawUnsafe(`
    CREATE OR REPLACE FUNCTION "refuseIt"() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the server fails' USING ERRCODE = '${code}'; END $$`);
    const path = join(root, "pool.jsonl");
    await writeFile(path, pool("newer", ["changed"]));
    await expect(importAt(db, path)).rejects.toThrow("the server fails");
  },
);
