import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { normalShare } from "./normal-share.ts";
import { type ComparisonPlan, detectableDifference, powerOf, tasksNeeded } from "./plan-comparison.ts";
import { simulatePower } from "./simulate-power.ts";

const plan: ComparisonPlan = {
  tasks: 100,
  attempts: 3,
  passRate: 0.5,
  spread: 0.3,
  shape: "few",
  alpha: 0.05,
  power: 0.8,
};

const detectable = (of: ComparisonPlan, direction: "lost" | "gained" = "lost") => {
  const found = detectableDifference(of, direction);
  return "value" in found ? found.value : Number.NaN;
};

describe("the difference that is named", () => {
  it.each<Partial<ComparisonPlan>>([
    {},
    { attempts: 1 },
    { tasks: 40, shape: "alike", spread: 0.2 },
    { tasks: 300, attempts: 1, spread: 0.2, passRate: 0.7 },
    { tasks: 200, attempts: 5, passRate: 0.3, spread: 0.25, shape: "alike" },
  ])("is found with a power of .8 in simulations: %o", (changed) => {
    const of = { ...plan, ...changed };
    const repeats = 500;
    const power = simulatePower(of, -detectable(of), repeats, seededRandom(9));
    expect(Math.abs(power - 0.8)).toBeLessThan(2.5 * Math.sqrt((0.8 * 0.2) / repeats));
  });

  it("shrinks with tasks, attempts and a larger alpha, and grows with power", () => {
    expect(detectable({ ...plan, tasks: 400 })).toBeLessThan(detectable(plan));
    expect(detectable({ ...plan, attempts: 10 })).toBeLessThan(detectable(plan));
    expect(detectable({ ...plan, alpha: 0.1 })).toBeLessThan(detectable(plan));
    expect(detectable({ ...plan, power: 0.95 })).toBeGreaterThan(detectable(plan));
  });

  it("is none where nothing could be shown", () => {
    expect(detectableDifference({ ...plan, tasks: 3 }, "lost")).toEqual({
      undefinedBecause: expect.stringContaining("3 tasks can't show any loss"),
    });
  });
});

describe("tasksNeeded", () => {
  it("is the fewest that have the power", () => {
    const needed = tasksNeeded(plan, -0.05);
    const tasks = "value" in needed ? needed.value : 0;
    expect(powerOf({ ...plan, tasks }, -0.05)).toBeGreaterThanOrEqual(0.8);
    expect(powerOf({ ...plan, tasks: tasks - 1 }, -0.05)).toBeLessThan(0.8);
  });

  it("agrees with the textbook where every task moves alike and tasks do not differ", () => {
    // R: power.prop.test would take two groups; paired by nothing, n = (z.975 + z.8)^2 (p q + p' q') / d^2 = 1565 for .5 and .45.
    const needed = tasksNeeded({ ...plan, attempts: 1, spread: 0, shape: "alike" }, -0.05);
    expect(Math.abs(("value" in needed ? needed.value : 0) / 1565 - 1)).toBeLessThan(0.03);
  });

  it("says where there is no room", () => {
    expect(tasksNeeded({ ...plan, passRate: 0.03 }, -0.05)).toEqual({
      undefinedBecause: "The pass rate leaves no room for such an effect.",
    });
  });
});

it("normalShare equals scipy's norm.cdf", () => {
  // scipy.stats.norm.cdf([-3, -1, 0, .5, 1.959963984540054])
  const expected = [0.0013498980316300933, 0.15865525393145707, 0.5, 0.6914624612740131, 0.975];
  for (const [i, value] of [-3, -1, 0, 0.5, 1.959963984540054].entries())
    expect(normalShare(value)).toBeCloseTo(expected[i] ?? 0, 6);
});
