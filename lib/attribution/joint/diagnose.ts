import type { Draws } from "./draws.ts";
import type { JointDiagnostics } from "./types.ts";

/** Split R-hat and effective draws of the numbers that stand for the whole model: the worst of each. */
export function diagnose({ whole, chains }: Draws): Pick<JointDiagnostics, "rHat" | "effectiveDraws"> {
  const each = Object.values(whole).map((values) => splitDiagnostics(values, chains));
  return {
    rHat: Math.max(...each.map(({ rHat }) => rHat)),
    effectiveDraws: Math.min(...each.map(({ effectiveDraws }) => effectiveDraws)),
  };
}

/**
 * Split R-hat, and effective draws by the initial positive sequence (Gelman et al., Bayesian Data Analysis, third
 * edition, 11.4 and 11.5). One where nothing moves.
 * @param values of the chains, one after the other
 */
export function splitDiagnostics(values: Float64Array, chains: number) {
  const half = Math.floor(values.length / chains / 2);
  const parts = Array.from({ length: 2 * chains }, (_, i) => {
    const chain = Math.floor(i / 2) * (values.length / chains);
    const first = chain + (i % 2) * (values.length / chains - half);
    return values.subarray(first, first + half);
  });
  const means = parts.map(mean);
  const within = mean(parts.map((part, i) => variance(part, means[i] as number)));
  const total = ((half - 1) / half) * within + variance(means, mean(means));
  if (within === 0) return { rHat: 1, effectiveDraws: values.length };
  let sum = 0;
  for (let lag = 1; lag + 1 < half; lag += 2) {
    const pair = correlation(parts, lag, total) + correlation(parts, lag + 1, total);
    if (pair < 0) break;
    sum += pair;
  }
  const draws = half * parts.length;
  return { rHat: Math.sqrt(total / within), effectiveDraws: Math.min(draws, draws / (1 + 2 * sum)) };
}

function correlation(parts: readonly Float64Array[], lag: number, total: number): number {
  const gaps = parts.map((part) => {
    let sum = 0;
    for (let i = lag; i < part.length; i++) sum += ((part[i] as number) - (part[i - lag] as number)) ** 2;
    return sum / (part.length - lag);
  });
  return 1 - mean(gaps) / (2 * total);
}

function mean(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values: ArrayLike<number>, around: number): number {
  return Array.from(values).reduce((sum, value) => sum + (value - around) ** 2, 0) / (values.length - 1);
}
