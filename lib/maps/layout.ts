import type { Matrix } from "#lib/metrics/matrix.ts";
import type { Measured } from "#lib/metrics/measured.ts";
import type { Neighbors } from "#lib/metrics/neighbors-in-steps.ts";
import { truncateNeighbors } from "#lib/metrics/truncate-neighbors.ts";
import { findNearest, type Nearest } from "#lib/neighbors/find-nearest.ts";
import { searchRecall } from "#lib/neighbors/search-recall.ts";
import type { WorkHooks } from "#lib/shared/work/work-hooks.ts";
import { principalPlane } from "#lib/umap/principal-plane.ts";
import { umapJsLayout } from "#lib/umap/umap-js-layout.ts";
import { defaultEpochs, type UmapParams, type UmapProgress, umapLayout } from "#lib/umap/umap-layout.ts";
import { measureQuality, qualityNeighbors } from "./layout-quality.ts";
import type { LayoutEngine } from "./schema.ts";
import { unitRows } from "./unit-rows.ts";

export type LayoutParams = { seed: number; neighbors: number; minDist: number; engine?: LayoutEngine };

export type Layout = {
  /** Ours, the reference in JavaScript, or the principal plane where points are too few for either. */
  algorithm: "umap" | "umap-js" | "pca";
  /** n x values, then n y values. Axes and absolute positions mean nothing; nearness does. */
  coordinates: Float32Array;
  /** What was used: fewer neighbors than asked for in a small pool, and 0 epochs where UMAP wasn't run. */
  used: { neighbors: number; minDist: number; seed: number; epochs: number };
  /** What searched the neighbors, with its version, and how. */
  engine: string;
  search: { method: "exact" | "cells"; recall: number };
  quality: {
    trustworthiness: Measured<number>;
    neighborRecall: number | null;
    /** Neighbors at which both were measured, and on how many points (a seeded sample of large pools). */
    k: number;
    points: number;
  };
};

export type LayoutOptions = {
  /** x and y per point: a warm start in place of the principal plane. */
  start?: Float32Array | undefined;
  /** The matrix is the caller's to spend: its rows are scaled in place, which halves the memory. */
  owned?: boolean | undefined;
};

/** Below this many points neighborhoods are the whole pool, and UMAP has nothing to find. */
const fewestForUmap = 5;
const recallSample = 200;

/**
 * A 2-D layout of vectors by UMAP on cosine neighbors. The start is the seeded principal plane (or an earlier layout),
 * because from a random start the distances between clusters are noise. The same input gives the same layout. Fewer
 * than 5 points are shown in their principal plane instead.
 * @param matrix one row per point; at least one
 * @throws signal.reason when aborted
 */
export async function computeLayout(
  matrix: Matrix,
  params: LayoutParams,
  hooks: WorkHooks = {},
  options: LayoutOptions = {},
): Promise<Layout> {
  const { signal, progress } = hooks;
  const vectors = unitRows(matrix, options.owned);
  const between = (from: number, to: number, stage: string) => (share: number) =>
    progress?.(from + (to - from) * share, stage);
  const wanted = Math.max(qualityNeighbors, params.neighbors - 1);
  progress?.(0, "Finding neighbors");
  const found = await findNearest(vectors, wanted, "cosine", {
    precise: false,
    unit: true,
    signal,
    onProgress: between(0, 0.5, "Finding neighbors"),
  });
  const searched = await describeSearch(vectors, found, params.seed);
  const small = matrix.rows < fewestForUmap;
  const neighbors = Math.max(0, Math.min(params.neighbors, matrix.rows - 1));
  const epochs = small ? 0 : defaultEpochs(matrix.rows);
  const plane = small
    ? principalPlane(vectors, params.seed)
    : await runEngine(
        params.engine ?? "carryover",
        vectors,
        // UMAP counts the row itself among its neighbors.
        truncateNeighbors(found, neighbors - 1),
        { seed: params.seed, minDistance: params.minDist, epochs },
        { signal, onProgress: between(0.55, 0.9, "Laying out"), onStage: (stage) => progress?.(0.5, stage) },
        options.start,
      );
  if (!plane.every(Number.isFinite)) throw new Error("The layout gave coordinates that are not finite");
  return {
    algorithm: small ? "pca" : params.engine === "umap-js" ? "umap-js" : "umap",
    ...searched,
    coordinates: toColumns(plane),
    used: { seed: params.seed, minDist: params.minDist, neighbors, epochs },
    quality: await measureQuality(vectors, found, plane, params.seed, {
      signal,
      progress: between(0.9, 1, "Measuring the layout"),
    }),
  };
}

function runEngine(
  engine: LayoutEngine,
  vectors: Matrix,
  neighbors: Neighbors,
  params: UmapParams & { epochs: number },
  progress: UmapProgress,
  start: Float32Array | undefined,
): Promise<Float32Array> {
  return engine === "umap-js"
    ? umapJsLayout(neighbors, params, progress)
    : umapLayout(vectors, neighbors, params, progress, start);
}

async function describeSearch(
  vectors: Matrix & { data: Float32Array },
  found: Nearest,
  seed: number,
): Promise<Pick<Layout, "engine" | "search">> {
  const { method, engine } = found;
  const recall = method === "exact" ? 1 : await searchRecall(vectors, found, { sample: recallSample, seed });
  return { engine, search: { method, recall } };
}

/** From x and y per point to all x, then all y. */
function toColumns(points: Float32Array): Float32Array {
  const n = points.length / 2;
  return Float32Array.from(points, (_, at) => points[at < n ? 2 * at : 2 * (at - n) + 1] as number);
}

/** From all x, then all y, to x and y per point. */
export function toPoints({ x, y }: { x: Float32Array; y: Float32Array }): Float32Array {
  return Float32Array.from({ length: 2 * x.length }, (_, at) => (at % 2 === 0 ? x : y)[at >> 1] as number);
}
