import { clusteredError } from "./clustered-error.ts";
import { normalQuantile } from "./normal-quantile.ts";

/**
 * How often intervals of a mean hold 0, its true value over repositories, where each repository has an effect of its own.
 * @param settings sizes: tasks per repository; spread: standard deviation of their effects
 * @returns of the clustered interval, and of one that takes every task for independent
 */
export function simulateClusters(
  { sizes, spread, repeats }: { sizes: readonly number[]; spread: number; repeats: number },
  random: () => number,
): { clustered: number; independent: number } {
  const clusters = sizes.flatMap((size, i) => Array<string>(size).fill(String(i)));
  let clustered = 0;
  let independent = 0;
  for (let repeat = 0; repeat < repeats; repeat++) {
    const effects = sizes.map(() => Math.max(-0.2, Math.min(0.2, spread * normalQuantile(random() || 0.5))));
    const values = clusters.map((cluster) => drawDifference(effects[Number(cluster)] ?? 0, random()));
    const found = clusteredError(values, clusters);
    if (!("value" in found)) throw new Error(found.undefinedBecause);
    const { low, high, independentSe } = found.value;
    const mean = (low + high) / 2;
    clustered += Number(low <= 0 && high >= 0) / repeats;
    independent += Number(Math.abs(mean) <= 1.96 * independentSe) / repeats;
  }
  return { clustered, independent };
}

/** -1, 0 or 1 with this mean, one in five not 0. */
function drawDifference(mean: number, share: number): number {
  if (share < 0.1 + mean / 2) return 1;
  return share > 0.9 + mean / 2 ? -1 : 0;
}
