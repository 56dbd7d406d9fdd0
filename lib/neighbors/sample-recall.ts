import type { Matrix } from "#lib/metrics/matrix.ts";
import { exactDistance, type Neighbors, squaredNorms } from "#lib/metrics/neighbors-in-steps.ts";
import { seededRandom } from "#lib/shared/random.ts";
import type { Metric } from "./find-nearest.ts";

/**
 * Share of the true k nearest that a search found, over a seeded sample of rows searched exactly. A row
 * found at no greater distance than the true k-th counts: among ties either is right.
 */
export function sampleRecall(
  matrix: Matrix,
  found: Neighbors,
  metric: Metric,
  options: { sample: number; seed: number },
): number {
  const { k } = found;
  if (k === 0) return 1;
  const random = seededRandom(options.seed);
  const norms = squaredNorms(matrix);
  const tolerance = 1e-6;
  let right = 0;
  const sampled = Math.min(options.sample, matrix.rows);
  for (let s = 0; s < sampled; s++) {
    const row = sampled === matrix.rows ? s : Math.floor(random() * matrix.rows);
    const distances = new Float64Array(matrix.rows);
    for (let other = 0; other < matrix.rows; other++) {
      distances[other] =
        other === row ? Number.POSITIVE_INFINITY : exactDistance(matrix, row, other, norms, metric);
    }
    const reach = (distances.toSorted()[k - 1] as number) + tolerance;
    for (let rank = 0; rank < k; rank++) {
      if ((distances[found.indices[row * k + rank] as number] as number) <= reach) right++;
    }
  }
  return right / (sampled * k);
}
