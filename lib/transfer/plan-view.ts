import {
  type ComparisonPlan,
  detectableDifference,
  powerOf,
  tasksNeeded,
} from "#lib/metrics/plan-comparison.ts";

const ATTEMPTS = [1, 3, 5, 10] as const;
const TASKS = [25, 50, 75, 100, 150, 200, 300, 400, 500, 750, 1000];

/** What the planner shows. Differences are shares; null: not even the largest possible one. */
export type PlanView = {
  lost: number | null;
  gained: number | null;
  /** For the effect of interest. */
  power: number;
  tasks: number | null;
  /** Least detectable loss by number of tasks, one line for each number of attempts. */
  chart: { attempts: number[]; rows: { tasks: number; detectable: (number | null)[] }[] };
};

/** Answers of a plan, and how they change with tasks and attempts. @param effect candidate minus baseline, a share */
export function planView(plan: ComparisonPlan, effect: number): PlanView {
  const attempts = [...new Set([...ATTEMPTS, plan.attempts])].sort((a, b) => a - b);
  const tasks = [...new Set([...TASKS, plan.tasks])].sort((a, b) => a - b);
  return {
    lost: numberOrNull(detectableDifference(plan, "lost")),
    gained: numberOrNull(detectableDifference(plan, "gained")),
    power: hasRoom(plan, effect) ? powerOf(plan, effect) : 0,
    tasks: numberOrNull(tasksNeeded(plan, effect)),
    chart: {
      attempts,
      rows: tasks.map((count) => ({
        tasks: count,
        detectable: attempts.map((each) =>
          numberOrNull(detectableDifference({ ...plan, tasks: count, attempts: each }, "lost")),
        ),
      })),
    },
  };
}

function hasRoom({ passRate }: ComparisonPlan, effect: number): boolean {
  return effect < 0 ? -effect <= passRate : effect <= 1 - passRate;
}

function numberOrNull(measured: ReturnType<typeof tasksNeeded>): number | null {
  return "value" in measured ? measured.value : null;
}
