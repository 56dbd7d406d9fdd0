import { expect, it } from "vitest";
import { limitConcurrency } from "./concurrency-limit.ts";

it("lets so many in at once, and the next when one has left, however often it says so", () => {
  const { enter } = limitConcurrency(2);
  const [first, second] = [enter(), enter()];
  expect(enter()).toBeNull();
  first?.();
  first?.();
  expect(enter()).not.toBeNull();
  expect(enter()).toBeNull();
  second?.();
  expect(enter()).not.toBeNull();
});
