import type { Neighbors } from "#lib/metrics/neighbors-in-steps.ts";

/** An undirected weighted graph, each edge once in each direction, sorted by head then tail. */
export type MembershipGraph = {
  points: number;
  heads: Uint32Array;
  tails: Uint32Array;
  weights: Float32Array;
};

export type Bandwidths = { sigmas: Float64Array; rhos: Float64Array };

const searchRounds = 64;
const searchTolerance = 1e-5;
const leastScale = 1e-3;

/**
 * Bandwidths of the local distances of UMAP: rho, the distance to the nearest neighbour that is not a
 * duplicate, and sigma, such that the memberships exp(-(d - rho) / sigma) of its k neighbours sum to
 * log2 (k + 1).
 */
export function fitBandwidths(neighbors: Neighbors): Bandwidths {
  const { rows, k, distances } = neighbors;
  const target = Math.log2(k + 1);
  const sigmas = new Float64Array(rows);
  const rhos = new Float64Array(rows);
  const overallMean = mean(distances) * (k / (k + 1));
  for (let row = 0; row < rows; row++) {
    const near = distances.subarray(row * k, (row + 1) * k);
    const rho = near.find((distance) => distance > 0) ?? 0;
    rhos[row] = rho;
    const ownMean = mean(near) * (k / (k + 1));
    sigmas[row] = Math.max(fitSigma(near, rho, target), leastScale * (rho > 0 ? ownMean : overallMean));
  }
  return { sigmas, rhos };
}

function fitSigma(near: Float64Array, rho: number, target: number): number {
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let sigma = 1;
  for (let round = 0; round < searchRounds; round++) {
    const sum = near.reduce((total, distance) => total + membership(distance, rho, sigma), 0);
    if (Math.abs(sum - target) < searchTolerance) break;
    if (sum > target) {
      high = sigma;
      sigma = (low + high) / 2;
    } else {
      low = sigma;
      sigma = high === Number.POSITIVE_INFINITY ? sigma * 2 : (low + high) / 2;
    }
  }
  return sigma;
}

function membership(distance: number, rho: number, sigma: number): number {
  const beyond = distance - rho;
  return beyond <= 0 || sigma === 0 ? 1 : Math.exp(-beyond / sigma);
}

function mean(values: Float64Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * The fuzzy union of all points' neighbourhoods: w = p + q - p q for the memberships p, q of an edge
 * in its two directions. Time and memory O(n k).
 */
export function membershipGraph(
  neighbors: Neighbors,
  bandwidths: Bandwidths = fitBandwidths(neighbors),
): MembershipGraph {
  const { rows, k, indices, distances } = neighbors;
  const direct = new Float32Array(rows * k);
  for (let at = 0; at < direct.length; at++) {
    const row = Math.floor(at / k);
    direct[at] = membership(
      distances[at] as number,
      bandwidths.rhos[row] as number,
      bandwidths.sigmas[row] as number,
    );
  }
  const lists: Map<number, number>[] = Array.from({ length: rows }, () => new Map());
  for (let row = 0; row < rows; row++) {
    for (let at = row * k; at < (row + 1) * k; at++) {
      const other = indices[at] as number;
      const weight = direct[at] as number;
      unite(lists[row] as Map<number, number>, other, weight);
      unite(lists[other] as Map<number, number>, row, weight);
    }
  }
  return flatten(lists);
}

function unite(list: Map<number, number>, other: number, weight: number): void {
  const known = list.get(other) ?? 0;
  list.set(other, known + weight - known * weight);
}

function flatten(lists: Map<number, number>[]): MembershipGraph {
  const edges = lists.reduce((sum, list) => sum + list.size, 0);
  const graph = {
    points: lists.length,
    heads: new Uint32Array(edges),
    tails: new Uint32Array(edges),
    weights: new Float32Array(edges),
  };
  let at = 0;
  lists.forEach((list, head) => {
    for (const [tail, weight] of [...list].sort((a, b) => a[0] - b[0])) {
      graph.heads[at] = head;
      graph.tails[at] = tail;
      graph.weights[at++] = weight;
    }
  });
  return graph;
}
