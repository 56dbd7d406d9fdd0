import type { ComparisonPlan } from "./plan-comparison.ts";
import { signFlipTest } from "./sign-flip-test.ts";

/** Share of simulated comparisons in which the sign-flip test finds this difference. */
export function simulatePower(
  plan: ComparisonPlan,
  difference: number,
  repeats: number,
  random: () => number,
): number {
  let found = 0;
  for (let repeat = 0; repeat < repeats; repeat++) {
    const differences = Array.from({ length: plan.tasks }, () => {
      const base = drawRate(plan, random);
      const passes = (rate: number) => {
        let passed = 0;
        for (let attempt = 0; attempt < plan.attempts; attempt++) if (random() < rate) passed += 1;
        return passed / plan.attempts;
      };
      return passes(movedRate(plan, base, difference, random)) - passes(base);
    });
    if (signFlipTest(differences, { alpha: plan.alpha }).p <= plan.alpha) found += 1;
  }
  return found / repeats;
}

/** Two kinds of tasks, easy and hard, that have the mean and the spread asked for. */
function drawRate({ passRate, spread }: ComparisonPlan, random: () => number): number {
  const reach = Math.min(spread, passRate, 1 - passRate);
  // Where the spread does not fit on both sides alike, the rates are 0 and 1 for some tasks.
  const settled = (spread ** 2 - reach ** 2) / (passRate * (1 - passRate) - reach ** 2 || 1);
  if (random() < settled) return random() < passRate ? 1 : 0;
  return passRate + (random() < 0.5 ? -reach : reach);
}

function movedRate(plan: ComparisonPlan, base: number, difference: number, random: () => number): number {
  if (plan.shape === "alike") return Math.min(1, Math.max(0, base + difference));
  const room = difference < 0 ? plan.passRate : 1 - plan.passRate;
  if (random() >= Math.abs(difference) / room) return base;
  return difference < 0 ? 0 : 1;
}
