import type { Neighbors } from "#lib/metrics/neighbors-in-steps.ts";
import { fitCurve } from "./curve.ts";
import { fitBandwidths, type MembershipGraph, memberships } from "./membership-graph.ts";
import { optimizeLayout } from "./optimize-layout.ts";

/** A quarter of the layout's: points that arrive late settle, they don't travel. */
const placingRate = 0.25;

/**
 * Places new points among those of a finished layout, which stay where they are: each starts at the mean of its
 * neighbors, weighted by membership, and is then pulled and pushed by the fixed points alone, as UMAP's transform does
 * (McInnes, Healy, Melville 2018). New points don't move each other, so it doesn't matter who comes along.
 * @param fixed x and y per point of the layout
 * @param neighbors nearest fixed points of each new one
 * @returns x and y per new point
 */
export function placePoints(
  fixed: Float32Array,
  neighbors: Neighbors,
  { minDistance, seed }: { minDistance: number; seed: number },
): Float32Array {
  const { rows, k } = neighbors;
  const count = fixed.length / 2;
  if (rows === 0 || k === 0) return new Float32Array(2 * rows);
  const weights = memberships(neighbors, fitBandwidths(neighbors, false));
  const start = new Float32Array(2 * (count + rows));
  start.set(fixed);
  start.set(weightedMeans(fixed, neighbors, weights), fixed.length);
  const graph: MembershipGraph = {
    points: count + rows,
    heads: Uint32Array.from(weights, (_, at) => count + Math.floor(at / k)),
    tails: Uint32Array.from(neighbors.indices),
    weights,
  };
  const epochs = count <= 10_000 ? 100 : 30;
  const options = { curve: fitCurve(minDistance), epochs, seed, fixed: count, learningRate: placingRate };
  const steps = optimizeLayout(graph, start, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value.slice(fixed.length);
  }
}

function weightedMeans(
  fixed: Float32Array,
  { rows, k, indices }: Neighbors,
  weights: Float32Array,
): Float32Array {
  const means = new Float32Array(2 * rows);
  for (let row = 0; row < rows; row++) {
    let total = 0;
    let x = 0;
    let y = 0;
    for (let at = row * k; at < (row + 1) * k; at++) {
      const weight = weights[at] as number;
      const other = indices[at] as number;
      total += weight;
      x += weight * (fixed[2 * other] as number);
      y += weight * (fixed[2 * other + 1] as number);
    }
    means[2 * row] = x / total;
    means[2 * row + 1] = y / total;
  }
  return means;
}
