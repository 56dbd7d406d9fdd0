import { UMAP } from "umap-js";
import type { Neighbors } from "#lib/metrics/neighbors-in-steps.ts";
import { seededRandom } from "#lib/shared/random.ts";

/** The library whose layout is stored; a test holds it against the lock file. */
export const umapVersion = "1.4.0";

/** Half the width of the start, as umap-learn scales its own. */
const startRadius = 10;
const startNoise = 1e-4;

/**
 * Runs UMAP's optimisation on given neighbours from a given start; yields the share of epochs done.
 * @param found each row's nearest other rows, at least neighbors - 1 of them (UMAP counts the row itself)
 * @param start n x values, then n y values, of any scale
 * @returns n x values, then n y values
 */
export function* optimizeUmap(
  found: Neighbors,
  start: Float64Array,
  { neighbors, minDist, seed }: { neighbors: number; minDist: number; seed: number },
): Generator<number, { coordinates: Float32Array; epochs: number }> {
  const n = found.rows;
  const umap = new UMAP({ nNeighbors: neighbors, minDist, nComponents: 2, random: seededRandom(seed) });
  const others = neighbors - 1;
  const slice = (values: Int32Array | Float64Array, i: number) =>
    Array.from(values.subarray(i * found.k, i * found.k + others));
  const rows = Array.from({ length: n }, (_, i) => i);
  umap.setPrecomputedKNN(
    rows.map((i) => [i, ...slice(found.indices, i)]),
    rows.map((i) => [0, ...slice(found.distances, i)]),
  );
  // With neighbours given, the library only counts its input rows.
  const epochs = umap.initializeFit(rows.map(() => []));
  writeStart(umap.getEmbedding(), start, seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    umap.step();
    yield (epoch + 1) / epochs;
  }
  const coordinates = new Float32Array(2 * n);
  umap.getEmbedding().forEach(([x, y], i) => {
    coordinates[i] = x as number;
    coordinates[n + i] = y as number;
  });
  if (!coordinates.every(Number.isFinite)) throw new Error("UMAP gave coordinates that are not finite");
  return { coordinates, epochs };
}

/** The library starts at random and has no option for it, but it optimises these rows in place. */
function writeStart(embedding: number[][], start: Float64Array, seed: number): void {
  const n = embedding.length;
  const random = seededRandom(seed ^ 0x5eed);
  const radius = start.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scale = radius > 0 ? startRadius / radius : 0;
  embedding.forEach((point, i) => {
    point[0] = (start[i] as number) * scale + (random() - 0.5) * 2 * startNoise;
    point[1] = (start[n + i] as number) * scale + (random() - 0.5) * 2 * startNoise;
  });
}
