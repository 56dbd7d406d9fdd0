import type { Matrix } from "#lib/metrics/matrix.ts";
import {
  exactDistance,
  findNeighbors,
  type Neighbors,
  squaredNorms,
} from "#lib/metrics/neighbors-in-steps.ts";
import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";
import { searchCells } from "./cell-search.ts";
import { type Candidates, searchAll } from "./exact-search.ts";
import { loadNativeSearch } from "./native-search.ts";
import { findPlaneNeighbors } from "./plane-neighbors.ts";
import { areUnitRows, cosineRows, euclideanRows } from "./search-rows.ts";

export type Metric = "euclidean" | "cosine";

export type NearestOptions = {
  /** More rows than this are searched by cells (cosine only), which may miss a neighbor in some hundreds. */
  exactUpTo?: number;
  /** Distances in double precision, and the order by them: what metrics need; a layout does not. */
  precise?: boolean;
  /** false = the TypeScript search, as where ONNX Runtime is not installed. */
  native?: boolean;
  /** The rows are of length 1 (or 0) already: searched as they are, without a copy. */
  unit?: boolean;
  signal?: AbortSignal | undefined;
  onProgress?: ((share: number) => void) | undefined;
};

export type Nearest = Neighbors & {
  method: "exact" | "cells";
  /** What computed it, with its version: part of a projection's record. */
  engine: string;
};

/** Candidates beyond k where the order is refined: single precision may swap near-ties. */
const spare = 16;

/**
 * The k nearest other rows of every row, closest first, ties by row number; k is clipped to rows - 1.
 * Runs on ONNX Runtime where that is installed (exact to `exactUpTo` rows, by cells above), else in
 * TypeScript (exact, some hundred times slower). Lets other work run, reports progress, stops on `signal`.
 * @returns cosine distances (1 - similarity) or Euclidean ones
 */
export async function findNearest(
  matrix: Matrix,
  k: number,
  metric: Metric,
  options: NearestOptions = {},
): Promise<Nearest> {
  const { exactUpTo = 20_000, precise = true, native = true, unit = false, signal, onProgress } = options;
  const kept = Math.max(0, Math.min(k, matrix.rows - 1));
  if (matrix.columns === 2 && metric === "euclidean") {
    const steps = findPlaneNeighbors(matrix, kept);
    return { ...(await finish(steps, options)), method: "exact", engine: "Flatbush" };
  }
  const engine = native && kept > 0 ? await loadNativeSearch() : null;
  if (!engine)
    return {
      ...(await finish(findNeighbors(matrix, kept, metric), options)),
      method: "exact",
      engine: "TypeScript",
    };
  const method = metric === "cosine" && matrix.rows > exactUpTo ? "cells" : "exact";
  // Of rows of one length, the nearest are those of the greatest similarity: no copies with one more column are needed.
  const alike = metric === "euclidean" && precise && areUnitRows(matrix);
  const rows = metric === "cosine" || alike ? cosineRows(matrix, unit || alike) : euclideanRows(matrix);
  const onBlock = (share: number) => {
    signal?.throwIfAborted();
    onProgress?.(share);
  };
  const wanted = Math.min(matrix.rows, kept + 1 + (precise ? spare : 0));
  const candidates = await (method === "cells" ? searchCells : searchAll)(engine, rows, wanted, onBlock);
  const found = precise
    ? await refine(matrix, candidates, kept, metric, signal)
    : withoutSelf(matrix, candidates, kept, metric);
  return { ...found, method, engine: `ONNX Runtime ${engine.version}` };
}

async function finish(steps: Generator<number, Neighbors>, options: NearestOptions): Promise<Neighbors> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    options.onProgress?.(step.value);
    await yieldToEventLoop(options.signal);
  }
}

function emptyNeighbors(rows: number, k: number): Neighbors {
  return { rows, k, indices: new Int32Array(rows * k), distances: new Float64Array(rows * k) };
}

/** Candidates as they are, without the row itself (or, among exact duplicates, without the last). */
function withoutSelf(matrix: Matrix, candidates: Candidates, k: number, metric: Metric): Neighbors {
  const found = emptyNeighbors(matrix.rows, k);
  const norms = metric === "euclidean" ? squaredNorms(matrix) : null;
  for (let row = 0; row < matrix.rows; row++) {
    let at = row * k;
    for (let rank = 0; rank < candidates.kept && at < (row + 1) * k; rank++) {
      const other = candidates.indices[row * candidates.kept + rank] as number;
      if (other === row || other < 0) continue;
      const similarity = candidates.similarities[row * candidates.kept + rank] as number;
      found.indices[at] = other;
      found.distances[at++] = norms
        ? exactDistance(matrix, row, other, norms, metric)
        : distanceOf(similarity);
    }
  }
  return found;
}

/** Similarities in single precision are no surer than this: what lies nearer is a duplicate. */
const sameWithin = 5e-7;

function distanceOf(similarity: number): number {
  const distance = 1 - similarity;
  return distance > sameWithin ? distance : 0;
}

const rowsPerBreath = 256;

/** Distances of the candidates in double precision, and the k least of them in order. */
async function refine(
  matrix: Matrix,
  candidates: Candidates,
  k: number,
  metric: Metric,
  signal: AbortSignal | undefined,
): Promise<Neighbors> {
  const found = emptyNeighbors(matrix.rows, k);
  const norms = squaredNorms(matrix);
  for (let row = 0; row < matrix.rows; row++) {
    const others = candidates.indices.subarray(row * candidates.kept, (row + 1) * candidates.kept);
    const ranked = Array.from(others)
      .filter((other) => other !== row && other >= 0)
      .map((other) => ({ other, distance: exactDistance(matrix, row, other, norms, metric) }))
      .sort((a, b) => a.distance - b.distance || a.other - b.other)
      .slice(0, k);
    ranked.forEach(({ other, distance }, rank) => {
      found.indices[row * k + rank] = other;
      found.distances[row * k + rank] = distance;
    });
    if (row % rowsPerBreath === 0) await yieldToEventLoop(signal);
  }
  return found;
}
