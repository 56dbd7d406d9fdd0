import { beforeEach, expect, it, vi } from "vitest";
import type { RootDb } from "#lib/db/client.ts";
import { ClaimLost } from "./claim.ts";
import { guardWrites } from "./guard-writes.ts";

const claim = { jobId: crypto.randomUUID(), claimId: crypto.randomUUID() };

/** Committed writes and reads of a database that rolls back what a transaction throws. */
let committed: unknown[];
let reads: unknown[];
let holds: boolean;

function model(log: unknown[], name: string) {
  const noting = (method: string) => async (given: unknown) => {
    log.push([name, method, given]);
    return given;
  };
  return Object.fromEntries(
    ["create", "createMany", "update", "updateManyAndReturn", "upsert", "deleteMany"].map((method) => [
      method,
      noting(method),
    ]),
  );
}

function database(): RootDb {
  const read = async (given: unknown) => reads.push(given);
  const client = (log: unknown[]) => ({
    memory: { ...model(log, "memory"), findMany: read, count: read },
    $executeRaw: async () => log.push("raw"),
    $executeRawUnsafe: async () => log.push("unsafe"),
    $queryRaw: async () => (holds ? [{}] : []),
  });
  return {
    ...client([]),
    $transaction: async (work: (tx: unknown) => Promise<unknown>) => {
      const log: unknown[] = [];
      const done = await work(client(log));
      committed.push(...log);
      return done;
    },
  } as unknown as RootDb;
}

beforeEach(() => {
  committed = [];
  reads = [];
  holds = true;
});

const writes: [string, (db: RootDb) => Promise<unknown>][] = [
  ["create", (db) => db.memory.create({ data: 1 } as never)],
  ["createMany", (db) => db.memory.createMany({ data: [] })],
  ["update", (db) => db.memory.update({ where: { id: "1" }, data: {} })],
  ["updateManyAndReturn", (db) => db.memory.updateManyAndReturn({ data: {} })],
  ["upsert", (db) => db.memory.upsert({} as never)],
  ["deleteMany", (db) => db.memory.deleteMany({})],
  ["$executeRaw", (db) => db.$executeRaw`DELETE FROM "Memory"`],
  ["$executeRawUnsafe", (db) => db.$executeRawUnsafe('DELETE FROM "Memory"')],
  ["a transaction", (db) => db.$transaction((tx) => tx.memory.deleteMany({}))],
];

it.each(writes)("commits %s while the claim holds", async (_name, write) => {
  await write(guardWrites(database(), claim));
  expect(committed).toHaveLength(1);
});

it.each(writes)("rolls %s back once the claim is lost", async (_name, write) => {
  holds = false;
  await expect(write(guardWrites(database(), claim))).rejects.toBeInstanceOf(ClaimLost);
  expect(committed).toEqual([]);
});

it("rolls back a claim that is lost in the middle of a transaction, with all that came before", async () => {
  const db = guardWrites(database(), claim);
  const work = db.$transaction(async (tx) => {
    await tx.memory.createMany({ data: [] });
    holds = false;
    await tx.memory.deleteMany({});
  });
  await expect(work).rejects.toBeInstanceOf(ClaimLost);
  expect(committed).toEqual([]);
});

it("lets reads through without a look at the claim", async () => {
  holds = false;
  const db = guardWrites(database(), claim);
  await db.memory.findMany({ take: 3 });
  await db.memory.count();
  expect(reads).toEqual([{ take: 3 }, undefined]);
});

it("hands on what a write gives, and what it throws", async () => {
  const db = guardWrites(database(), claim);
  expect(await db.memory.createMany({ data: [] })).toEqual({ data: [] });
  const broken = db.$transaction(async () => {
    throw new Error("unique constraint");
  });
  await expect(broken).rejects.toThrow("unique constraint");
});

it("looks at the claim once a transaction, at its end", async () => {
  const order: string[] = [];
  const inner = {
    memory: { deleteMany: async () => order.push("write") },
    $queryRaw: async () => {
      order.push("look");
      return [{}];
    },
  };
  const $transaction = vi.fn((work: (tx: unknown) => Promise<unknown>, _options?: object) => work(inner));
  const db = guardWrites({ $transaction } as unknown as RootDb, claim);
  await db.$transaction(
    async (tx) => {
      await tx.memory.deleteMany({});
      await tx.memory.deleteMany({});
    },
    { timeout: 9 },
  );
  expect(order).toEqual(["write", "write", "look"]);
  expect($transaction.mock.calls[0]?.[1]).toEqual({ timeout: 9 });
});
