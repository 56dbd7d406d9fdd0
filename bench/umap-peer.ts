import { UMAP } from "umap-js";
import type { Matrix } from "#lib/metrics/matrix.ts";
import { seededRandom } from "#lib/shared/random.ts";

export type UmapJs = {
  /** Seconds for its neighbors and graph. */
  begin: number;
  /** Epochs it would run. */
  epochs: number;
  /** Runs some of them; gives the seconds of one. */
  run: (count: number) => number;
  plane: () => Float32Array;
};

/** umap-js with its own neighbors and its own number of epochs, at its defaults but for the seed. */
export function beginUmapJs({ data, rows, columns }: Matrix, seed: number): UmapJs {
  const points = Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_unused, c) => data[i * columns + c] as number),
  );
  const umap = new UMAP({ nNeighbors: 15, minDist: 0.1, random: seededRandom(seed) });
  const started = performance.now();
  const epochs = umap.initializeFit(points);
  const begin = (performance.now() - started) / 1000;
  function run(count: number): number {
    const runStarted = performance.now();
    for (let epoch = 0; epoch < count; epoch++) umap.step();
    return (performance.now() - runStarted) / 1000 / count;
  }
  return { begin, epochs, run, plane: () => Float32Array.from(umap.getEmbedding().flat()) };
}
