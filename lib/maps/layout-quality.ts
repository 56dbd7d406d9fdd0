import type { Matrix } from "#lib/metrics/matrix.ts";
import { neighborRecall } from "#lib/metrics/neighbor-recall.ts";
import type { Neighbors } from "#lib/metrics/neighbors-in-steps.ts";
import { findNearest } from "#lib/neighbors/find-nearest.ts";
import type { WorkHooks } from "#lib/shared/work/work-hooks.ts";
import type { Layout } from "./layout.ts";
import { measureTrust } from "./measure-trust.ts";

export const qualityNeighbors = 15;
/** Pairs of points compared for trustworthiness: all of them to some 3,000 points, a seeded sample above. */
const comparedPairs = 1e7;

/**
 * How faithful a layout is: trustworthiness (share of truth in its neighborhoods) and the share of true neighbors
 * that are neighbors in it.
 * @param vectors unit rows
 * @param plane x and y per point
 */
export async function measureQuality(
  vectors: Matrix & { data: Float32Array },
  found: Neighbors,
  plane: Float32Array,
  seed: number,
  { signal, progress }: WorkHooks,
): Promise<Layout["quality"]> {
  const n = vectors.rows;
  const k = qualityNeighbors;
  const near = await findNearest({ data: plane, rows: n, columns: 2 }, k, "euclidean", { signal });
  const mostPoints = Math.max(300, Math.floor(comparedPairs / Math.max(1, n)));
  const trustworthiness = await measureTrust(vectors, near, { k, mostPoints, seed }, signal, (share) =>
    progress?.(share, ""),
  );
  return {
    trustworthiness,
    neighborRecall: n > k ? neighborRecall(found, near, k) : null,
    k,
    points: Math.min(n, mostPoints),
  };
}
