import { expect, it } from "vitest";
import { inputHash } from "./input-hash.ts";

const numbers = Float32Array.of(1, 2, 3, 4);
const base = inputHash({ seed: 1, k: 15 }, ["a", "b"], numbers);

it("is the same for the same input, in whatever order its parameters stand and wherever its numbers lie", () => {
  expect(base).toMatch(/^[0-9a-f]{64}$/);
  const within = Float32Array.of(9, 1, 2, 3, 4, 9).subarray(1, 5);
  expect(inputHash({ k: 15, seed: 1 }, ["a", "b"], within)).toBe(base);
});

it.each([
  ["a parameter", { seed: 2, k: 15 }, ["a", "b"], numbers],
  ["the order of memories", { seed: 1, k: 15 }, ["b", "a"], numbers],
  ["where one name ends", { seed: 1, k: 15 }, ["ab"], numbers],
  ["one number", { seed: 1, k: 15 }, ["a", "b"], Float32Array.of(1, 2, 3, 4.000001)],
  ["the sign of zero in a parameter's place", { seed: "1", k: 15 }, ["a", "b"], numbers],
])("changes with %s", (_what, params, keys, values) => {
  expect(inputHash(params, keys, values)).not.toBe(base);
});
