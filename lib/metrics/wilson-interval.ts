import { normalQuantile } from "./normal-quantile.ts";

/**
 * Wilson's score interval of a share (JASA 22, 1927): right also for few trials and shares near 0 or 1.
 * @returns [0, 1] for no trials: nothing is known
 */
export function wilsonInterval(successes: number, trials: number, level = 0.95): [number, number] {
  if (trials === 0) return [0, 1];
  const z = normalQuantile((1 + level) / 2);
  const share = successes / trials;
  const scale = 1 + (z * z) / trials;
  const center = (share + (z * z) / (2 * trials)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  return [Math.max(0, center - half), Math.min(1, center + half)];
}
