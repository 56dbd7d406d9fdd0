import type { Neighbors } from "./neighbors-in-steps.ts";

/** The nearest `k` of every row's neighbors. */
export function truncateNeighbors({ rows, k: stored, indices, distances }: Neighbors, k: number): Neighbors {
  const kept = Math.min(k, stored);
  if (kept === stored) return { rows, k: stored, indices, distances };
  const head = {
    rows,
    k: kept,
    indices: new Int32Array(rows * kept),
    distances: new Float64Array(rows * kept),
  };
  for (let row = 0; row < rows; row++) {
    head.indices.set(indices.subarray(row * stored, row * stored + kept), row * kept);
    head.distances.set(distances.subarray(row * stored, row * stored + kept), row * kept);
  }
  return head;
}
