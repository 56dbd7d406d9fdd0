import type { Matrix } from "#lib/metrics/matrix.ts";
import type { Measured } from "#lib/metrics/measured.ts";
import type { Neighbors } from "#lib/metrics/neighbors-in-steps.ts";
import { dotRows } from "#lib/neighbors/dot-rows.ts";
import { gatherRows } from "#lib/neighbors/search-rows.ts";
import { seededRandom, shuffled } from "#lib/shared/random.ts";
import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";

/** Similarities held at once. */
const blockNumbers = 4e6;

/**
 * Trustworthiness (as `trustworthiness` in lib/metrics, scikit-learn's definition) of a layout whose neighbors are
 * known, by cosine order. Estimated without bias from a seeded sample of points where there are more than `mostPoints`.
 * @param unit the original points as unit rows
 * @param near nearest neighbors in the layout, at least k
 */
export async function measureTrust(
  unit: Matrix & { data: Float32Array },
  near: Neighbors,
  { k, mostPoints, seed }: { k: number; mostPoints: number; seed: number },
  signal?: AbortSignal,
  onShare?: (share: number) => void,
): Promise<Measured<number>> {
  const n = unit.rows;
  if (k >= n / 2) {
    return {
      undefinedBecause: `Trustworthiness at ${k} neighbors needs more than ${2 * k} points, and there are ${n}.`,
    };
  }
  const all = Array.from({ length: n }, (_, i) => i);
  const points = n <= mostPoints ? all : shuffled(all, seededRandom(seed)).slice(0, mostPoints);
  const perBlock = Math.max(1, Math.floor(blockNumbers / n));
  let penalty = 0;
  for (let first = 0; first < points.length; first += perBlock) {
    const block = Int32Array.from(points.slice(first, first + perBlock));
    const queries = gatherRows(unit.data, unit.columns, block);
    const similarities = await dotRows(queries, unit.data, unit.columns);
    block.forEach((point, i) => {
      const own = similarities.subarray(i * n, (i + 1) * n);
      const places = near.indices.subarray(point * near.k, point * near.k + k);
      for (const other of places) penalty += Math.max(0, rankOf(own, point, other) - k);
    });
    onShare?.(Math.min(1, (first + perBlock) / points.length));
    await yieldToEventLoop(signal);
  }
  return { value: 1 - (2 / (points.length * k * (2 * n - 3 * k - 1))) * penalty };
}

/** 1 for the most similar other point; of points as similar, the smaller number comes first. */
function rankOf(similarities: Float32Array, self: number, other: number): number {
  const similarity = similarities[other] as number;
  let rank = 1;
  for (let j = 0; j < similarities.length; j++) {
    const here = similarities[j] as number;
    if (here > similarity) rank++;
    else if (here === similarity && j < other) rank++;
  }
  // The point itself is no neighbor of its own.
  const own = similarities[self] as number;
  return own > similarity || (own === similarity && self < other) ? rank - 1 : rank;
}
