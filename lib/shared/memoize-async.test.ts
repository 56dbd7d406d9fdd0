import { expect, it, vi } from "vitest";
import { memoizeAsync } from "./memoize-async.ts";

it("computes once for all who ask at once, and for those who ask later", async () => {
  const keep = memoizeAsync<object>(2);
  const compute = vi.fn(async () => ({}));
  const answers = await Promise.all(Array.from({ length: 200 }, () => keep("a", compute)));
  expect(new Set([...answers, await keep("a", compute)]).size).toBe(1);
  expect(compute).toHaveBeenCalledTimes(1);
});

it("forgets the answer that nobody asked for longest", async () => {
  const keep = memoizeAsync<number>(2);
  const compute = vi.fn(async () => 1);
  for (const key of ["a", "b", "a", "c", "a"]) await keep(key, compute);
  expect(compute).toHaveBeenCalledTimes(3);
  await keep("b", compute);
  expect(compute).toHaveBeenCalledTimes(4);
});

it("does not keep a failure", async () => {
  const keep = memoizeAsync<number>(2);
  await expect(keep("a", () => Promise.reject(new Error("down")))).rejects.toThrow("down");
  expect(await keep("a", async () => 2)).toBe(2);
});

it("answers all of more keys than it keeps, asked for at once", async () => {
  const keep = memoizeAsync<string>(2);
  const keys = Array.from({ length: 50 }, (_, index) => `${index}`);
  expect(await Promise.all(keys.map((key) => keep(key, async () => key)))).toEqual(keys);
});

it("keeps a newer answer when an older one of the same key fails late", async () => {
  const keep = memoizeAsync<number>(1);
  let fail = () => {};
  const older = keep("a", () => new Promise((_, reject) => (fail = () => reject(new Error("late")))));
  await keep("b", async () => 1);
  await keep("a", async () => 2);
  fail();
  await expect(older).rejects.toThrow("late");
  expect(await keep("a", async () => 3)).toBe(2);
});
