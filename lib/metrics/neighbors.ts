import type { Matrix } from "./matrix.ts";
import { findNeighbors, type Neighbors } from "./neighbors-in-steps.ts";

/**
 * The k exact nearest other rows of every row, closest first, ties by ascending row number. A row is never its own
 * neighbor; an exact duplicate is one, at distance 0.
 * @param metric "euclidean", or "cosine" = 1 - cosine similarity (a zero vector is at distance 1 from everything)
 * @returns k is clipped to rows - 1
 */
export function nearestNeighbors(
  matrix: Matrix,
  k: number,
  metric: "euclidean" | "cosine" = "euclidean",
): Neighbors {
  const steps = findNeighbors(matrix, k, metric);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
