import { expect, it } from "vitest";
import { timeOrderedId } from "./time-ordered-id.ts";

it("gives ids of version 7 that sort as they were made", () => {
  const ids = Array.from({ length: 10_000 }, () => timeOrderedId());
  expect(
    ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
  ).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

it("goes on forwards when the clock steps back", () => {
  const now = Date.now() + 60_000;
  const later = timeOrderedId(now);
  expect(timeOrderedId(now - 5000) > later).toBe(true);
});
