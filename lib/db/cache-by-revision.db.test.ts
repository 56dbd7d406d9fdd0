import { expect, it, vi } from "vitest";
import { cacheByRevision } from "./cache-by-revision.ts";
import { testDatabase } from "./testing.ts";

const test = testDatabase();

it("computes again after a write to its tables, and after no other", async () => {
  const keep = cacheByRevision<number>(5, "Benchmark");
  const compute = vi.fn(() => test.db.benchmark.count());
  await Promise.all(Array.from({ length: 20 }, () => keep(test.db, { a: 1, b: 2 }, compute)));
  expect(await keep(test.db, { b: 2, a: 1 }, compute)).toBe(0);
  await test.db.setting.create({ data: { key: "k", value: 1 } });
  await keep(test.db, { a: 1, b: 2 }, compute);
  expect(compute).toHaveBeenCalledTimes(1);
  await keep(test.db, { a: 2, b: 2 }, compute);
  expect(compute).toHaveBeenCalledTimes(2);
  await test.db.benchmark.create({ data: { name: "new" } });
  expect(await keep(test.db, { a: 1, b: 2 }, compute)).toBe(1);
});

it("keeps nothing that a transaction sees alone", async () => {
  const keep = cacheByRevision<number>(5, "Benchmark");
  await test.db
    .$transaction(async (tx) => {
      await tx.benchmark.create({ data: { name: "mine" } });
      expect(await keep(tx, "count", () => tx.benchmark.count())).toBe(2);
      throw new Error("undone");
    })
    .catch(() => undefined);
  expect(await keep(test.db, "count", () => test.db.benchmark.count())).toBe(1);
});
