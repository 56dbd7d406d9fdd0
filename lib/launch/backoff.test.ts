import { expect, it } from "vitest";
import { createBackoff } from "./backoff.ts";

it("waits longer each time, up to half a minute, and never gives up", () => {
  const next = createBackoff(500);
  const waits = Array.from({ length: 100 }, (_, crash) => next(10, crash).waitMs);
  expect(waits.slice(0, 8)).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  expect(waits.at(-1)).toBe(30_000);
});

it("starts a new row after a time that went well", () => {
  const next = createBackoff(500);
  for (let crash = 0; crash < 4; crash++) next(10, crash);
  expect(next(60_000, 5)).toMatchObject({ waitMs: 500, inARow: 1 });
});

it("tells the first five, and then one in ten minutes", () => {
  const next = createBackoff(500);
  const everyHalfMinute = Array.from({ length: 45 }, (_, crash) => next(10, 1e6 + crash * 30_000).isTold);
  expect(everyHalfMinute.slice(0, 6)).toEqual([true, true, true, true, true, false]);
  expect(everyHalfMinute.filter(Boolean)).toHaveLength(7);
});
