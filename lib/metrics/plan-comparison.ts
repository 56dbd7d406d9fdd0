import type { Measured } from "./measured.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { normalShare } from "./normal-share.ts";

/** A comparison that has not been run yet. */
export type ComparisonPlan = {
  tasks: number;
  /** Of each run, at each task. */
  attempts: number;
  /** The baseline's mean pass rate, 0 to 1. */
  passRate: number;
  /** Standard deviation of the tasks' true pass rates; at most sqrt(passRate (1 - passRate)). */
  spread: number;
  /** alike: every task moves by as much. few: some tasks are lost or gained wholly, the others stay. */
  shape: "alike" | "few";
  alpha: number;
  power: number;
};

/** The most tasks that are looked at. */
const MOST_TASKS = 1_000_000;

/**
 * Chance that the sign-flip test of pass rates finds a difference. The mean difference is normal, with the variance within
 * tasks of both runs and that of the effect between tasks; it must exceed z times the standard error that the test sees,
 * which holds the difference itself, and half a step of what so few attempts can come to.
 * @param difference of pass rates, candidate minus baseline; within what the pass rate leaves room for
 */
export function powerOf(plan: ComparisonPlan, difference: number): number {
  const { tasks, attempts, alpha } = plan;
  const { variance, square } = momentsOf(plan, difference);
  const needed = normalQuantile(1 - alpha / 2) * Math.sqrt(square / tasks) + 1 / (attempts * tasks);
  const se = Math.sqrt(variance / tasks);
  const size = Math.abs(difference);
  return se === 0 ? Number(size > needed) : normalShare((size - needed) / se);
}

/**
 * The least loss and gain that are found with the power asked for, as positive shares.
 * @returns undefined with a sentence where not even the largest possible one is
 */
export function detectableDifference(plan: ComparisonPlan, direction: "lost" | "gained"): Measured<number> {
  const sign = direction === "lost" ? -1 : 1;
  const room = direction === "lost" ? plan.passRate : 1 - plan.passRate;
  if (powerOf(plan, sign * room) < plan.power) {
    return {
      undefinedBecause: `${plan.tasks} tasks can't show any ${direction === "lost" ? "loss" : "gain"} with so much power.`,
    };
  }
  let low = 0;
  let high = room;
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (powerOf(plan, sign * middle) >= plan.power) high = middle;
    else low = middle;
  }
  return { value: high };
}

/**
 * The fewest tasks at which a difference is found with the power asked for.
 * @returns undefined with a sentence where a million are too few, or the pass rate leaves no room for it
 */
export function tasksNeeded(plan: ComparisonPlan, difference: number): Measured<number> {
  const room = difference < 0 ? plan.passRate : 1 - plan.passRate;
  if (difference === 0 || Math.abs(difference) > room) {
    return { undefinedBecause: "The pass rate leaves no room for such an effect." };
  }
  const enough = (tasks: number) => powerOf({ ...plan, tasks }, difference) >= plan.power;
  if (!enough(MOST_TASKS)) return { undefinedBecause: "More than a million tasks." };
  let low = 1;
  let high = MOST_TASKS;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle + 1;
  }
  return { value: high };
}

/** Variance of one task's difference, and its mean square. */
function momentsOf({ attempts, passRate, spread, shape }: ComparisonPlan, difference: number) {
  const between = Math.min(spread ** 2, passRate * (1 - passRate));
  const after = passRate + difference;
  const within = passRate * (1 - passRate) - between;
  if (shape === "alike") {
    const withinAfter = Math.max(0, after * (1 - after) - between);
    const variance = (within + withinAfter) / attempts;
    return { variance, square: variance + difference ** 2 };
  }
  // Tasks that are lost or gained wholly: their rate becomes 0 or 1, which varies no more.
  const room = difference < 0 ? passRate : 1 - passRate;
  const moved = room === 0 ? 0 : Math.abs(difference) / room;
  const square = moved * (room ** 2 + between) + (within + (1 - moved) * within) / attempts;
  return { variance: square - difference ** 2, square };
}
