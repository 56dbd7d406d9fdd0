import type { Matrix } from "#lib/metrics/matrix.ts";
import type { Neighbors } from "#lib/metrics/neighbors-in-steps.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";
import { fitCurve } from "./curve.ts";
import { membershipGraph } from "./membership-graph.ts";
import { optimizeLayout } from "./optimize-layout.ts";
import { principalPlane } from "./principal-plane.ts";

export type UmapParams = {
  seed: number;
  minDistance: number;
  spread?: number;
  /** Passes over the graph; by default 500 for few points down to 200 for many. */
  epochs?: number;
};

export type UmapProgress = {
  signal?: AbortSignal | undefined;
  onProgress?: ((share: number) => void) | undefined;
  /** Told what is done before the layout proper begins. */
  onStage?: ((stage: string) => void) | undefined;
};

const startRadius = 10;
const startNoise = 1e-4;
/** Points that start at their places of an earlier layout settle; at the full rate its parts would drift away again. */
const warmRate = 0.1;

/** As umap-js chooses: more points need fewer passes, for each is pushed by more others in every one. */
export function defaultEpochs(points: number): number {
  if (points <= 2500) return 500;
  if (points <= 5000) return 400;
  return points <= 7500 ? 300 : 200;
}

/**
 * A UMAP layout of rows whose neighbors are known, started from their principal plane.
 * @param start where points begin, in place of the principal plane (2 n numbers): a warm start
 * @returns 2 n numbers, x and y per row; the same bytes for the same input and seed
 */
export async function umapLayout(
  matrix: Matrix,
  neighbors: Neighbors,
  params: UmapParams,
  progress: UmapProgress = {},
  start?: Float32Array,
): Promise<Float32Array> {
  const { seed, minDistance, spread = 1, epochs = defaultEpochs(matrix.rows) } = params;
  if (matrix.rows < 2 || neighbors.k < 1) return new Float32Array(matrix.rows * 2);
  if (!start) progress.onStage?.("Finding the principal plane");
  const begin = start ?? spreadOut(principalPlane(matrix, seed), seed);
  progress.onStage?.("Building the graph");
  await yieldToEventLoop(progress.signal);
  const graph = membershipGraph(neighbors);
  await yieldToEventLoop(progress.signal);
  progress.onStage?.("Laying out");
  const learningRate = start ? warmRate : 1;
  const options = { curve: fitCurve(minDistance, spread), epochs, seed, learningRate };
  const steps = optimizeLayout(graph, begin, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    progress.onProgress?.(step.value);
    await yieldToEventLoop(progress.signal);
  }
}

/** Scaled into [-10, 10], with a little noise that parts exact duplicates. */
function spreadOut(plane: Float32Array, seed: number): Float32Array {
  const random = seededRandom(seed);
  const widest = plane.reduce((best, value) => Math.max(best, Math.abs(value)), 0);
  const scale = widest > 0 ? startRadius / widest : 1;
  return plane.map((value) => value * scale + (random() - 0.5) * 2 * startNoise);
}
