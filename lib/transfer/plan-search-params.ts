import { createLoader, parseAsFloat, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";
import type { ComparisonPlan } from "#lib/metrics/plan-comparison.ts";
import type { RateSpread } from "./rate-spread.ts";

/** URL state of /planner. Percent and points, as people type them; null: as the chosen run has it. */
const planParams = {
  run: parseAsString,
  tasks: parseAsInteger,
  attempts: parseAsInteger,
  rate: parseAsFloat,
  spread: parseAsFloat,
  effect: parseAsFloat.withDefault(-5),
  shape: parseAsStringLiteral(["few", "alike"] as const).withDefault("few"),
  alpha: parseAsFloat.withDefault(5),
  power: parseAsFloat.withDefault(80),
};
export const loadPlanParams = createLoader(planParams);
export type PlanParams = Awaited<ReturnType<typeof loadPlanParams>>;

/** Where no run tells: three attempts at a hundred tasks, some mostly solved and some mostly not. */
const planDefaults: RateSpread & { spread: number } = {
  tasks: 100,
  attempts: 3,
  passRate: 0.5,
  spread: 0.35,
};

/** The plan of an address, within what makes sense, and the effect of interest as a share. */
export function planOf(params: PlanParams, run: RateSpread | null): { plan: ComparisonPlan; effect: number } {
  const known = run ?? planDefaults;
  const passRate = clamp(params.rate === null ? known.passRate : params.rate / 100, 0.01, 0.99);
  const most = Math.sqrt(passRate * (1 - passRate));
  const spread = params.spread === null ? (known.spread ?? planDefaults.spread) : params.spread / 100;
  return {
    plan: {
      tasks: Math.round(clamp(params.tasks ?? known.tasks, 2, 100_000)),
      attempts: Math.round(clamp(params.attempts ?? known.attempts, 1, 100)),
      passRate,
      spread: clamp(spread, 0, most),
      shape: params.shape,
      alpha: clamp(params.alpha / 100, 0.0001, 0.5),
      power: clamp(params.power / 100, 0.05, 0.999),
    },
    effect: clamp(params.effect / 100, -1, 1),
  };
}

function clamp(value: number, low: number, high: number): number {
  return Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : low;
}
