import type { Matrix } from "#lib/metrics/matrix.ts";
import type { Measured } from "#lib/metrics/measured.ts";
import { neighborRecall } from "#lib/metrics/neighbor-recall.ts";
import type { Neighbors } from "#lib/metrics/neighbors-in-steps.ts";
import { measureTrustworthiness } from "#lib/metrics/trustworthiness-in-steps.ts";
import { findNearest } from "#lib/neighbors/find-nearest.ts";
import { principalPlane } from "./principal-plane.ts";
import { runInSteps } from "./run-in-steps.ts";
import { optimizeUmap } from "./umap.ts";
import { unitRows } from "./unit-rows.ts";

export type LayoutParams = { seed: number; neighbors: number; minDist: number };

export type Layout = {
  algorithm: "umap" | "pca";
  /** n x values, then n y values. Axes and absolute positions mean nothing; nearness does. */
  coordinates: Float32Array;
  /** What was used: fewer neighbours than asked for in a small pool, and 0 epochs where UMAP wasn't run. */
  used: { neighbors: number; minDist: number; seed: number; epochs: number };
  /** What searched the neighbours, with its version. */
  engine: string;
  quality: {
    trustworthiness: Measured<number>;
    neighborRecall: number | null;
    /** Neighbours at which both were measured, and on how many points (a seeded sample of large pools). */
    k: number;
    points: number;
  };
};

export type LayoutHooks = {
  signal?: AbortSignal | undefined;
  progress?: ((share: number, stage: string) => void) | undefined;
};

/** Below this many points neighbourhoods are the whole pool, and UMAP has nothing to find. */
const fewestForUmap = 5;
const qualityNeighbors = 15;
/** Multiplications spent on measuring trustworthiness: some seconds. */
const qualityBudget = 5e9;

/**
 * A 2-D layout of vectors by UMAP on cosine neighbours (Euclidean ones of unit vectors). Neighbours are exact and
 * the start is the seeded principal plane, because from a random start the distances between clusters are noise. The
 * same input gives the same layout. Fewer than 5 points are shown in their principal plane instead.
 * @param matrix one row per point; at least one
 * @throws signal.reason when aborted
 */
export async function computeLayout(
  matrix: Matrix,
  params: LayoutParams,
  hooks: LayoutHooks = {},
): Promise<Layout> {
  const { signal, progress } = hooks;
  const vectors = unitRows(matrix);
  const between = (from: number, to: number, stage: string) => (share: number) =>
    progress?.(from + (to - from) * share, stage);
  const wanted = Math.max(qualityNeighbors, params.neighbors - 1);
  const found = await findNearest(vectors, wanted, "euclidean", {
    signal,
    onProgress: between(0, 0.5, "Finding neighbours"),
  });
  const plane = await runInSteps(
    principalPlane(vectors, params.seed),
    signal,
    between(0.5, 0.55, "Finding the principal plane"),
  );
  if (matrix.rows < fewestForUmap) {
    return {
      algorithm: "pca",
      engine: found.engine,
      coordinates: Float32Array.from(plane),
      used: { ...params, neighbors: Math.max(0, matrix.rows - 1), epochs: 0 },
      quality: await measureQuality(vectors, found, Float32Array.from(plane), params.seed, hooks),
    };
  }
  const neighbors = Math.min(params.neighbors, matrix.rows - 1);
  const steps = optimizeUmap(found, plane, { ...params, neighbors });
  const { coordinates, epochs } = await runInSteps(steps, signal, between(0.55, 0.9, "Laying out"));
  return {
    algorithm: "umap",
    engine: found.engine,
    coordinates,
    used: { ...params, neighbors, epochs },
    quality: await measureQuality(vectors, found, coordinates, params.seed, hooks),
  };
}

async function measureQuality(
  vectors: Matrix,
  found: Neighbors,
  coordinates: Float32Array,
  seed: number,
  { signal, progress }: LayoutHooks,
): Promise<Layout["quality"]> {
  const n = vectors.rows;
  const data = new Float32Array(2 * n);
  for (let i = 0; i < n; i++) {
    data[2 * i] = coordinates[i] as number;
    data[2 * i + 1] = coordinates[n + i] as number;
  }
  const layout = { data, rows: n, columns: 2 };
  const mostPoints = Math.max(300, Math.floor(qualityBudget / Math.max(1, n * vectors.columns)));
  const measure = measureTrustworthiness(vectors, layout, { k: qualityNeighbors, mostPoints, seed });
  const report = (from: number, to: number) => (share: number) =>
    progress?.(from + (to - from) * share, "Measuring the layout");
  const trustworthiness = await runInSteps(measure, signal, report(0.9, 0.97));
  const onProgress = report(0.97, 1);
  const near = await findNearest(layout, qualityNeighbors, "euclidean", { signal, onProgress });
  return {
    trustworthiness,
    neighborRecall: n > qualityNeighbors ? neighborRecall(found, near, qualityNeighbors) : null,
    k: qualityNeighbors,
    points: Math.min(n, mostPoints),
  };
}
