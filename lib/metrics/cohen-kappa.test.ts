import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { cohenKappa } from "./cohen-kappa.ts";
import { wilsonInterval } from "./wilson-interval.ts";

const pairs = (a: string, b: string) => [...a].map((label, i) => [label, b[i] ?? ""] as [string, string]);
const measure = (items: [string, string][]) => {
  const measured = cohenKappa(items);
  if (!("value" in measured)) throw new Error(measured.undefinedBecause);
  return measured.value;
};

describe("cohenKappa", () => {
  // numpy: t = the table / n; po = trace(t); pe = t.sum(1) @ t.sum(0); (po - pe) / (1 - pe)
  it.each([
    [
      "a".repeat(25) + "b".repeat(25),
      `${"a".repeat(20)}${"b".repeat(5)}${"a".repeat(10)}${"b".repeat(15)}`,
      0.4,
    ],
    ["abcabcabcaabbccabcab", "abcabcabaaabbcbabbab", 0.7718631178707226],
    ["aaabbb", "bbbaaa", -1],
    ["ababab", "ababab", 1],
  ])("%s against %s", (a, b, kappa) => {
    expect(measure(pairs(a, b)).kappa).toBeCloseTo(kappa, 12);
  });

  it("never gives an interval without width, also where both agree on everything", () => {
    const { kappa, low, high, n } = measure(pairs("abababab", "abababab"));
    expect([kappa, high, n]).toEqual([1, 1, 8]);
    expect(low).toBeLessThan(0.9);
  });

  it("says why there is none", () => {
    expect(cohenKappa([["a", "b"]])).toHaveProperty("undefinedBecause");
    expect(cohenKappa(pairs("aaaa", "aaaa"))).toHaveProperty("undefinedBecause");
  });

  // At full size: bench calibration kappa-intervals.
  it("holds the true value in about 95% of simulated tables", () => {
    const random = seededRandom(5);
    const draw = () => (random() < 0.5 ? "a" : random() < 0.5 ? "b" : "c");
    const truth = 0.6;
    const repeats = 150;
    let held = 0;
    for (let i = 0; i < repeats; i++) {
      const items = Array.from({ length: 40 }, () => {
        const first = draw();
        return [first, random() < truth ? first : draw()] as [string, string];
      });
      const { low, high } = measure(items);
      if (low <= truth && truth <= high) held += 1;
    }
    expect(held / repeats).toBeGreaterThan(0.9);
    expect(held / repeats).toBeLessThanOrEqual(1);
  });
});

// R: prop.test(k, n, correct = FALSE)$conf.int
it.each([
  [291, 476, 0.566830171666, 0.65407612572],
  [0, 5, 0, 0.434482464783],
  [12, 12, 0.757505993345, 1],
])("Wilson's interval of %i of %i", (k, n, low, high) => {
  const [lower, upper] = wilsonInterval(k, n);
  expect(lower).toBeCloseTo(low, 8);
  expect(upper).toBeCloseTo(high, 8);
  expect(wilsonInterval(0, 0)).toEqual([0, 1]);
});
