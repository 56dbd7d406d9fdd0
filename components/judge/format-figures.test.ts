import { expect, it } from "vitest";
import { formatKappa, formatShareOf } from "./format-figures.ts";

it("writes k of n first, then share and interval", () => {
  expect(formatShareOf({ k: 32, n: 41, share: 32 / 41, ci: [0.633, 0.88] })).toBe(
    "32/41, 78.0% [63.3, 88.0]",
  );
  expect(formatShareOf({ k: 0, n: 0, share: null, ci: [0, 1] })).toBe("–");
});

it("writes kappa without its zero, also below it", () => {
  const value = { kappa: 0.42, low: -0.08, high: 1, n: 9, agreement: 0.8, byChance: 0.5 };
  expect(formatKappa({ value })).toBe(".42 [−.08, 1.00]");
  expect(formatKappa({ undefinedBecause: "No items." })).toBe("–");
});
