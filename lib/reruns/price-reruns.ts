import type { PlanPrice, RerunPrice } from "./schema.ts";

/** What a logged attempt used; null = its log does not say. */
export type AttemptCost = Pick<RerunPrice, "costUsd" | "inputTokens" | "outputTokens" | "durationMs">;

/** What a rerun may use, as the mean of logged attempts: of each number over those that say it. */
export function priceOf(attempts: readonly AttemptCost[]): RerunPrice {
  const mean = (read: (attempt: AttemptCost) => number | null) => {
    const said = attempts.map(read).filter((value) => value !== null);
    return said.length === 0 ? null : said.reduce((sum, value) => sum + value, 0) / said.length;
  };
  return {
    costUsd: mean(({ costUsd }) => costUsd),
    inputTokens: mean(({ inputTokens }) => inputTokens),
    outputTokens: mean(({ outputTokens }) => outputTokens),
    durationMs: mean(({ durationMs }) => durationMs),
    attempts: attempts.filter((attempt) => Object.values(attempt).some((value) => value !== null)).length,
  };
}

/** What all reruns of a plan use together: those without memory as the baseline's attempts, the others as the candidate's. */
export function totalPrice({ without, with: shown }: PlanPrice, repeats: readonly number[]): AttemptCost {
  const empty = repeats[0] ?? 0;
  const others = repeats.slice(1).reduce((sum, count) => sum + count, 0);
  const total = (read: (price: RerunPrice) => number | null) => {
    // Where no run tells of one arm, the other's attempts stand in.
    const [a, b] = [read(without) ?? read(shown), read(shown) ?? read(without)];
    return a === null || b === null ? null : a * empty + b * others;
  };
  return {
    costUsd: total(({ costUsd }) => costUsd),
    inputTokens: total(({ inputTokens }) => inputTokens),
    outputTokens: total(({ outputTokens }) => outputTokens),
    durationMs: total(({ durationMs }) => durationMs),
  };
}
