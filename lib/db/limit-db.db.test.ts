import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { TimeLimitError } from "#lib/shared/time-limit.ts";
import { inTransaction, openDb, type RootDb } from "./client.ts";
import { limitDb } from "./limit-db.ts";
import { testDatabase } from "./testing.ts";

const database = testDatabase();
const job = (actor: string) => ({ data: { kind: "lint", input: {}, actor } });

/** Runs `work` while another client has the table of jobs for itself. */
async function whileLocked(work: () => Promise<void>): Promise<void> {
  await database.db.$transaction(async (tx) => {
    await tx.$executeRaw`LOCK TABLE "Job" IN ACCESS EXCLUSIVE MODE`;
    await work();
  });
}

it.each<[string, (db: RootDb) => Promise<unknown>]>([
  ["a query", (db) => db.job.count()],
  ["a raw query", (db) => db.$queryRaw`SELECT count(*) FROM "Job"`],
])("gives %s up when the time is over", async (_what, ask) => {
  await whileLocked(async () => {
    const began = performance.now();
    await expect(ask(limitDb(database.db, 200))).rejects.toThrow(TimeLimitError);
    expect(performance.now() - began).toBeLessThan(5000);
  });
  expect(await ask(limitDb(database.db, 20_000))).toBeDefined();
});

it("rolls a transaction back that takes too long, and asks nothing more", async () => {
  const limited = limitDb(database.db, 400);
  const slow = inTransaction(limited, async (tx) => {
    await tx.job.create(job("slow"));
    await sleep(600);
    await tx.job.create(job("slow too"));
  });
  await expect(slow).rejects.toThrow(TimeLimitError);
  expect(await database.db.job.count({ where: { actor: { startsWith: "slow" } } })).toBe(0);
  await expect(limited.job.count()).rejects.toThrow(TimeLimitError);
});

it("changes nothing for what is done in time: verbs compose in one transaction", async () => {
  const limited = limitDb(database.db, 20_000);
  const failed = inTransaction(limited, async (tx) => {
    await inTransaction(tx, (inner) => inner.job.create(job("ada")));
    throw new Error("after all");
  });
  await expect(failed).rejects.toThrow("after all");
  expect(await limited.job.count({ where: { actor: "ada" } })).toBe(0);
  await inTransaction(limited, (tx) => inTransaction(tx, (inner) => inner.job.create(job("ada"))));
  expect(await database.db.job.count({ where: { actor: "ada" } })).toBe(1);
});

it("has a server end the statement; the embedded database runs it to its end", async () => {
  const isServer = "connectionString" in database.config;
  const db = openDb({ ...database.config, statement_timeout: 100 });
  const slept = limitDb(db, 20_000).$queryRaw`SELECT 1 AS one FROM pg_sleep(0.5)`.then(
    () => "ran to its end",
    (error: Error) => error.name,
  );
  expect(await slept).toBe(isServer ? "TimeLimitError" : "ran to its end");
  await db.$disconnect();
});
