import type { Neighbors } from "./neighbors-in-steps.ts";

const tolerance = 1e-5;
const mostUpdates = 50;

/**
 * How much each neighbor counts for LISI: weights proportional to exp(-beta x distance) (the plain distance, as the
 * published implementations use it, not its square), with beta found for each point by doubling, halving and
 * bisection from 1 until the entropy of the weights is ln(perplexity) within 1e-5, or after 50 updates.
 *
 * Weights that all underflow to 0 count as entropy 0, as published, which sends beta back towards smaller values: where
 * more than `perplexity` neighbors tie for closest, the entropy target can't be met and this decides the result. Should
 * they underflow still after the last update, distances are taken relative to the closest neighbor instead, so
 * that there are always weights.
 * @returns weights.subarray(i * k, (i + 1) * k) sums to 1 for each point i
 */
export function neighborWeights(neighbors: Neighbors, perplexity: number): Float64Array {
  const { rows, k, distances } = neighbors;
  const weights = new Float64Array(rows * k);
  const target = Math.log(perplexity);
  for (let i = 0; i < rows; i++) {
    fitWeights(distances.subarray(i * k, (i + 1) * k), weights.subarray(i * k, (i + 1) * k), target);
  }
  return weights;
}

/** The weights of one point: as `neighborWeights`, `target` = ln(perplexity). */
export function fitWeights(distances: Float64Array, weights: Float64Array, target: number): void {
  let beta = 1;
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  let excess = weigh(distances, weights, beta) - target;
  for (let update = 0; update < mostUpdates && Math.abs(excess) >= tolerance; update++) {
    if (excess > 0) {
      low = beta;
      beta = Number.isFinite(high) ? (beta + high) / 2 : beta * 2;
    } else {
      high = beta;
      beta = Number.isFinite(low) ? (beta + low) / 2 : beta / 2;
    }
    excess = weigh(distances, weights, beta) - target;
  }
  if (!((weights[0] ?? 1) > 0)) weigh(distances, weights, beta, distances[0]);
}

/** Fills in the weights for one beta and returns their entropy in nats; 0 (and no weights) when they underflow. */
function weigh(distances: Float64Array, weights: Float64Array, beta: number, origin = 0): number {
  let sum = 0;
  let weighted = 0;
  for (let j = 0; j < distances.length; j++) {
    const distance = (distances[j] as number) - origin;
    const weight = Math.exp(-beta * distance);
    weights[j] = weight;
    sum += weight;
    weighted += weight * distance;
  }
  if (sum === 0) return 0;
  for (let j = 0; j < weights.length; j++) weights[j] = (weights[j] as number) / sum;
  return Math.log(sum) + (beta * weighted) / sum;
}
