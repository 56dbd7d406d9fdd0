import { Client } from "pg";
import { expect, inject, it } from "vitest";
import { getRevision, mergeDataChanges, revisedTables } from "./data-revision.ts";
import { testDatabase } from "./testing.ts";

const test = testDatabase();
const revision = () => getRevision(test.db, "Benchmark");
const add = (name: string) => test.db.benchmark.create({ data: { name } });

async function onConnection<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(test.config);
  await client.connect();
  return work(client).finally(() => client.end());
}

it("notes the writes of every table that holds data", async () => {
  const notData = [
    "AuditEvent",
    "DataChange",
    "DerivedTable",
    "Generation",
    "Job",
    "MemoryEffect",
    // Files as they were read, kept with the trials that are noted.
    "OriginalFile",
    "OriginalPart",
    "SavedView",
    "StoredCases",
    "TrialOriginal",
  ];
  const tables = await test.db.$queryRaw<{ name: string; noted: boolean }[]>`
    SELECT c.relname AS name, EXISTS (
      SELECT 1 FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'noteDataChange' AND t.tgenabled = 'O'
    ) AS noted
    FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE '\\_%'`;
  const named = (noted: boolean) =>
    tables
      .filter((table) => table.noted === noted)
      .map(({ name }) => name)
      .sort();
  // A new table of data gets the trigger in its migration, as in 20261123000070_data_revision, and a line in the list.
  expect(named(true)).toEqual([...revisedTables].sort());
  expect(named(false)).toEqual(notData);
});

it.each<[string, string]>([
  ["an insert", `INSERT INTO "Benchmark" ("name") VALUES ('a'), ('b')`],
  ["an update", `UPDATE "Benchmark" SET "synthetic" = true WHERE "name" = 'a'`],
  [
    "an upsert",
    `INSERT INTO "Benchmark" ("name") VALUES ('a') ON CONFLICT ("name") DO UPDATE SET "synthetic" = false`,
  ],
  ["a deletion", `DELETE FROM "Benchmark" WHERE "name" = 'b'`],
  ["TRUNCATE", `TRUNCATE "Benchmark" CASCADE`],
])("moves with %s, whoever makes it, and not without", async (_what, sql) => {
  const before = await revision();
  expect(await revision()).toBe(before);
  await onConnection((client) => client.query(sql));
  expect(await revision()).not.toBe(before);
});

it("moves what a cascade touches", async () => {
  const run = await test.db.run.create({
    data: { importKey: "r", name: "r", arm: "memory", source: "test" },
  });
  await add("cascade");
  const task = await test.db.task.create({ data: { benchmarkName: "cascade", name: "t" } });
  const trial = { runId: run.id, taskId: task.id, attempt: 1, outcome: "passed" as const };
  await test.db.trial.create({ data: { ...trial, sourcePath: "", contentHash: "" } });
  const before = await getRevision(test.db, "Trial");
  await test.db.run.delete({ where: { id: run.id } });
  expect(await getRevision(test.db, "Trial")).not.toBe(before);
});

it("tells tables apart, and sums those that are named together", async () => {
  const [one, both] = [
    await getRevision(test.db, "Setting"),
    await getRevision(test.db, "Setting", "Benchmark"),
  ];
  await add("apart");
  expect(await getRevision(test.db, "Setting")).toBe(one);
  expect(await getRevision(test.db, "Setting", "Benchmark")).not.toBe(both);
});

it("moves when a transaction commits, once for all of its writes, and not when it is rolled back", async () => {
  const before = await revision();
  await expect(
    test.db.$transaction(async (tx) => {
      await tx.benchmark.create({ data: { name: "undone" } });
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  expect(await revision()).toBe(before);

  const rows = await test.db.dataChange.count();
  await test.db.$transaction(async (tx) => {
    await tx.benchmark.create({ data: { name: "first" } });
    await tx.benchmark.create({ data: { name: "second" } });
  });
  expect(await revision()).not.toBe(before);
  expect(await test.db.dataChange.count()).toBe(rows + 1);
});

it("moves with what follows a savepoint that was taken back", async () => {
  const before = await revision();
  await onConnection(async (client) => {
    await client.query(`BEGIN; SAVEPOINT s; INSERT INTO "Benchmark" ("name") VALUES ('lost'); ROLLBACK TO s;
      INSERT INTO "Benchmark" ("name") VALUES ('kept'); COMMIT`);
  });
  expect(await revision()).not.toBe(before);
});

it("keeps no writer waiting for another", async () => {
  // The embedded database runs one transaction at a time by itself: there it is enough that none fails.
  const together = inject("postgresUrl") !== "";
  let arrived = 0;
  let resolve = () => {};
  const allWrote = new Promise<void>((done) => {
    resolve = done;
  });
  const write = (tables: ("benchmark" | "setting")[], name: string) =>
    test.db.$transaction(async (tx) => {
      for (const table of tables) {
        if (table === "benchmark") await tx.benchmark.create({ data: { name } });
        else await tx.setting.create({ data: { key: name, value: 1 } });
      }
      if (++arrived === 4) resolve();
      // Nobody commits before everybody has written: one that waited for another's commit would wait forever.
      if (together) await allWrote;
    });
  await Promise.all([
    write(["benchmark", "setting"], "w1"),
    write(["setting", "benchmark"], "w2"),
    write(["benchmark", "setting"], "w3"),
    write(["setting", "benchmark"], "w4"),
  ]);
  expect(arrived).toBe(4);
});

it("is the same after its rows were merged, also by two at once and while others write", async () => {
  for (let i = 0; i < 150; i++) await add(`many ${i}`);
  const before = await revision();
  await Promise.all([mergeDataChanges(test.db), mergeDataChanges(test.db)]);
  expect(await revision()).toBe(before);
  expect(await test.db.dataChange.count({ where: { area: "Benchmark" } })).toBeLessThanOrEqual(2);
  await Promise.all([mergeDataChanges(test.db), add("meanwhile")]);
  expect(await revision()).not.toBe(before);
});
