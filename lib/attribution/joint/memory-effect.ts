import { normalCdf } from "#lib/metrics/normal-cdf.ts";
import { quantile } from "#lib/metrics/quantile.ts";
import type { Lists } from "./design.ts";
import type { Draws } from "./draws.ts";
import type { JointEffect } from "./types.ts";

/** Tails of the 90% interval. */
const TAIL = 0.05;

type Summary = Pick<JointEffect, "effect" | "lower" | "upper">;

/**
 * What some columns together change, by draw: the chance to pass with them minus without them, all else as it was, mean
 * over the attempts that at least one of them was shown to.
 * @param columns those of the memories, and those of pairs that they are in
 */
export function effectByDraw({ design, predictor, effects, count }: Draws, columns: readonly number[]) {
  const { attempts, at } = attemptsOf(columns, design.attemptsOf);
  const byDraw = new Float64Array(count);
  // Held by a name of its own: bundlers look an import up at every call.
  const cdf = normalCdf;
  for (let draw = 0; draw < count; draw++) {
    let sum = 0;
    attempts.forEach((attempt, i) => {
      let own = 0;
      for (const column of at[i] as number[]) own += effects[draw * design.columns + column] as number;
      const with_ = predictor[draw * design.attempts + attempt] as number;
      sum += cdf(with_) - cdf(with_ - own);
    });
    byDraw[draw] = attempts.length > 0 ? sum / attempts.length : 0;
  }
  return { byDraw, attempts };
}

/** Attempts of any of some columns, and which of them each has. */
function attemptsOf(columns: readonly number[], { starts, items }: Lists) {
  const at = new Map<number, number[]>();
  for (const column of columns) {
    for (const attempt of items.subarray(starts[column], starts[column + 1])) {
      const its = at.get(attempt);
      if (its) its.push(column);
      else at.set(attempt, [column]);
    }
  }
  return { attempts: [...at.keys()], at: [...at.values()] };
}

export function summarize(byDraw: Float64Array): Summary {
  const sorted = byDraw.toSorted();
  return {
    effect: byDraw.reduce((sum, value) => sum + value, 0) / byDraw.length,
    lower: quantile(sorted, TAIL),
    upper: quantile(sorted, 1 - TAIL),
  };
}
