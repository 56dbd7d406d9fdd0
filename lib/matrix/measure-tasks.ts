import { passAllK } from "#lib/metrics/pass-all-k.ts";
import { passAtK } from "#lib/metrics/pass-at-k.ts";
import { effortOf, type Measure, type RunTask } from "./schema.ts";

/** What a task adds to a mean: `amount` above the line, `weight` below it. */
export type Contribution = { amount: number; weight: number };

/** Whether a measure is a share of tasks, which has intervals and tests. */
export function isShare(measure: Measure): boolean {
  return effortOf[measure.kind] === undefined;
}

/** What a task adds to a measure; null where it has too few attempts, or nothing was recorded. */
export function contributionOf(task: RunTask, { kind, k }: Measure): Contribution | null {
  const effort = effortOf[kind];
  if (!effort) {
    const estimate = (kind === "all" ? passAllK : passAtK)(task.scored, task.passed, k);
    return "value" in estimate ? { amount: estimate.value, weight: 1 } : null;
  }
  const amount = task.effort?.[effort.field] ?? null;
  if (amount === null) return null;
  if (!effort.perSolved) return { amount, weight: 1 };
  return task.scored === 0 ? null : { amount, weight: task.passed / task.scored };
}

/** Sum of amounts over sum of weights; null without any weight. */
export function meanOf(contributions: readonly Contribution[]): number | null {
  let amount = 0;
  let weight = 0;
  for (const each of contributions) {
    amount += each.amount;
    weight += each.weight;
  }
  return weight === 0 ? null : amount / weight;
}
