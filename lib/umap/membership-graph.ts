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
 * Bandwidths of the local distances of UMAP: rho, the distance to the nearest neighbor that is not a
 * duplicate, and sigma, such that the memberships exp(-(d - rho) / sigma) of its k neighbors sum to
 * log2 (k + 1).
 * @param connected false = rho is 0: for points that are to be placed among others, which need not touch any
 */
export function fitBandwidths(neighbors: Neighbors, connected = true): Bandwidths {
  const { rows, k, distances } = neighbors;
  const target = Math.log2(k + 1);
  const sigmas = new Float64Array(rows);
  const rhos = new Float64Array(rows);
  const overallMean = mean(distances, 0, distances.length) * (k / (k + 1));
  for (let row = 0; row < rows; row++) {
    const first = row * k;
    const last = first + k;
    const rho = connected ? firstPositive(distances, first, last) : 0;
    rhos[row] = rho;
    const ownMean = mean(distances, first, last) * (k / (k + 1));
    const least = leastScale * (rho > 0 ? ownMean : overallMean);
    sigmas[row] = Math.max(fitSigma(distances, first, last, rho, target), least);
  }
  return { sigmas, rhos };
}

function firstPositive(distances: Float64Array, first: number, last: number): number {
  for (let at = first; at < last; at++) if ((distances[at] as number) > 0) return distances[at] as number;
  return 0;
}

function fitSigma(distances: Float64Array, first: number, last: number, rho: number, target: number): number {
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let sigma = 1;
  for (let round = 0; round < searchRounds; round++) {
    let sum = 0;
    for (let at = first; at < last; at++) sum += membership(distances[at] as number, rho, sigma);
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

function mean(values: Float64Array, first: number, last: number): number {
  let sum = 0;
  for (let at = first; at < last; at++) sum += values[at] as number;
  return last > first ? sum / (last - first) : 0;
}

/** Membership of each row in the neighborhood of each of its neighbors: k per row. */
export function memberships(neighbors: Neighbors, { sigmas, rhos }: Bandwidths): Float32Array {
  const { rows, k, distances } = neighbors;
  const direct = new Float32Array(rows * k);
  for (let row = 0; row < rows; row++) {
    const rho = rhos[row] as number;
    const sigma = sigmas[row] as number;
    for (let at = row * k; at < (row + 1) * k; at++)
      direct[at] = membership(distances[at] as number, rho, sigma);
  }
  return direct;
}

/**
 * The fuzzy union of all points' neighborhoods: w = p + q - p q for the memberships p, q of an edge
 * in its two directions. Time and memory O(n k).
 */
export function membershipGraph(
  neighbors: Neighbors,
  bandwidths: Bandwidths = fitBandwidths(neighbors),
): MembershipGraph {
  const { rows, k, indices } = neighbors;
  const direct = memberships(neighbors, bandwidths);
  const incoming = transpose(neighbors, direct);
  const heads = new Uint32Array(2 * rows * k);
  const tails = new Uint32Array(2 * rows * k);
  const weights = new Float32Array(2 * rows * k);
  const ownTails = new Int32Array(k);
  const ownWeights = new Float32Array(k);
  let edges = 0;
  const add = (head: number, tail: number, weight: number) => {
    heads[edges] = head;
    tails[edges] = tail;
    weights[edges++] = weight;
  };
  for (let row = 0; row < rows; row++) {
    sortByTail(indices, direct, row * k, ownTails, ownWeights);
    let own = 0;
    let at = incoming.starts[row] as number;
    const end = incoming.starts[row + 1] as number;
    // Two lists in ascending order become one; an edge of both directions is united.
    while (own < k || at < end) {
      const ownTail = own < k ? (ownTails[own] as number) : rows;
      const otherTail = at < end ? (incoming.heads[at] as number) : rows;
      const p = ownTail <= otherTail ? (ownWeights[own++] as number) : 0;
      const q = otherTail <= ownTail ? (incoming.weights[at++] as number) : 0;
      add(row, Math.min(ownTail, otherTail), p + q - p * q);
    }
  }
  return {
    points: rows,
    heads: heads.slice(0, edges),
    tails: tails.slice(0, edges),
    weights: weights.slice(0, edges),
  };
}

/** The edges by their end instead of their beginning, by counting; ascending beginnings for each end. */
function transpose(
  { rows, k, indices }: Neighbors,
  direct: Float32Array,
): { starts: Uint32Array; heads: Uint32Array; weights: Float32Array } {
  const starts = new Uint32Array(rows + 1);
  for (const other of indices) starts[other + 1] = (starts[other + 1] as number) + 1;
  for (let row = 0; row < rows; row++)
    starts[row + 1] = (starts[row + 1] as number) + (starts[row] as number);
  const next = starts.slice();
  const heads = new Uint32Array(rows * k);
  const weights = new Float32Array(rows * k);
  for (let at = 0; at < indices.length; at++) {
    const other = indices[at] as number;
    const place = next[other] as number;
    next[other] = place + 1;
    heads[place] = Math.floor(at / k);
    weights[place] = direct[at] as number;
  }
  return { starts, heads, weights };
}

/** Insertion sort of one row's k edges into the two lists. */
function sortByTail(
  indices: Int32Array,
  direct: Float32Array,
  first: number,
  tails: Int32Array,
  weights: Float32Array,
): void {
  for (let i = 0; i < tails.length; i++) {
    const tail = indices[first + i] as number;
    let at = i;
    for (; at > 0 && (tails[at - 1] as number) > tail; at--) {
      tails[at] = tails[at - 1] as number;
      weights[at] = weights[at - 1] as number;
    }
    tails[at] = tail;
    weights[at] = direct[first + i] as number;
  }
}
