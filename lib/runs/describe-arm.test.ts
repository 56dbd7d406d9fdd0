import { expect, it } from "vitest";
import { describeArm } from "./describe-arm.ts";

it.each([
  [{ arm: "zero_shot", memoryType: null, scope: null }, "zero-shot"],
  [{ arm: "memory", memoryType: null, scope: null }, "memory"],
  [{ arm: "memory", memoryType: "insight", scope: "cross_domain" }, "insight memory, cross-domain"],
] as const)("%o is %s", (run, words) => {
  expect(describeArm(run)).toBe(words);
});
