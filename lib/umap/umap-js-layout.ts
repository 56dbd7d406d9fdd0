import { createRequire } from "node:module";
import { UMAP } from "umap-js";
import type { Neighbors } from "#lib/metrics/neighbors-in-steps.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";
import type { UmapParams, UmapProgress } from "./umap-layout.ts";

/** It keeps edges as objects: more points than this would take gigabytes. */
export const mostUmapJsPoints = 20_000;

export const umapJsVersion: string = createRequire(import.meta.url)("umap-js/package.json").version;

/** The time between two yields: a job has to show signs of life. */
const stepMs = 50;

/**
 * A UMAP layout by umap-js, the port of the reference implementation, on neighbors that are known: a second opinion on
 * `umapLayout`. It starts from random places, so that distances between clusters differ from seed to seed.
 * @param neighbors without the row itself; at most `mostUmapJsPoints` rows
 * @returns 2 n numbers, x and y per row; the same for the same input and seed
 * @throws signal.reason when aborted; RangeError for too many rows
 */
export async function umapJsLayout(
  neighbors: Neighbors,
  { seed, minDistance, spread = 1, epochs }: UmapParams & { epochs: number },
  progress: UmapProgress = {},
): Promise<Float32Array> {
  const { rows, k } = neighbors;
  if (rows > mostUmapJsPoints) throw new RangeError(`umap-js lays out at most ${mostUmapJsPoints} points.`);
  progress.onStage?.("Building the graph");
  await yieldToEventLoop(progress.signal);
  const umap = new UMAP({
    nNeighbors: k + 1,
    minDist: minDistance,
    spread,
    nEpochs: epochs,
    random: seededRandom(seed),
  });
  umap.setPrecomputedKNN(
    listsOf(neighbors, neighbors.indices, (row) => row),
    listsOf(neighbors, neighbors.distances, () => 0),
  );
  // With neighbors given, it reads only how many points there are.
  umap.initializeFit(Array.from({ length: rows }, () => []));
  progress.onStage?.("Laying out");
  for (let epoch = 0; epoch < epochs; ) {
    const until = performance.now() + stepMs;
    while (epoch < epochs && performance.now() < until) epoch = umap.step();
    progress.onProgress?.(epoch / epochs);
    await yieldToEventLoop(progress.signal);
  }
  return Float32Array.from(umap.getEmbedding().flat());
}

/** One list per row, the row itself first, as umap-js counts it among its own neighbors. */
function listsOf(
  { rows, k }: Neighbors,
  values: Int32Array | Float64Array,
  own: (row: number) => number,
): number[][] {
  return Array.from({ length: rows }, (_, row) => [own(row), ...values.subarray(row * k, (row + 1) * k)]);
}
