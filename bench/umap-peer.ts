import { UMAP } from "umap-js";
import type { Matrix } from "#lib/metrics/matrix.ts";
import { seededRandom } from "#lib/shared/random.ts";

export type UmapJs = {
  /** Neighbours and graph, one epoch, and all epochs. */
  begin: number;
  epoch: number;
  total: number;
  plane: Float32Array;
};

/**
 * umap-js with its own neighbours and its own number of epochs, at its defaults but for the seed.
 * @param measuredEpochs epochs really run; the rest is reckoned from them. Left out = all
 */
export function timeUmapJs({ data, rows, columns }: Matrix, seed: number, measuredEpochs?: number): UmapJs {
  const points = Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_unused, c) => data[i * columns + c] as number),
  );
  const umap = new UMAP({ nNeighbors: 15, minDist: 0.1, random: seededRandom(seed) });
  let started = performance.now();
  const epochs = umap.initializeFit(points);
  const begin = (performance.now() - started) / 1000;
  const run = Math.min(epochs, measuredEpochs ?? epochs);
  started = performance.now();
  for (let epoch = 0; epoch < run; epoch++) umap.step();
  const epoch = (performance.now() - started) / 1000 / run;
  return {
    begin,
    epoch,
    total: begin + epoch * epochs,
    plane: Float32Array.from(umap.getEmbedding().flat()),
  };
}
