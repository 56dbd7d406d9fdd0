import { UMAP } from "umap-js";
import { computeLayout } from "#lib/projections/layout.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { type BenchContext, type BenchRow, besidePeer } from "./row.ts";
import { mixture } from "./synthetic.ts";

const [n, columns] = [2000, 256];

/** Our layout (neighbours, UMAP and its quality) beside umap-js with its own neighbours, on the same points. */
export async function benchMap({ log }: BenchContext): Promise<BenchRow[]> {
  const { matrix } = mixture(n, columns);
  log(`Laying out ${n} points of ${columns} numbers ...`);
  let started = performance.now();
  const layout = await computeLayout(matrix, { seed: 42, neighbors: 15, minDist: 0.1 });
  const ours = (performance.now() - started) / 1000;
  const { trustworthiness } = layout.quality;
  const points = Array.from({ length: n }, (_, i) =>
    Array.from(matrix.data.subarray(i * columns, (i + 1) * columns)),
  );
  log("The same with umap-js ...");
  started = performance.now();
  new UMAP({ nNeighbors: 15, minDist: 0.1, random: seededRandom(42) }).fit(points);
  const theirs = (performance.now() - started) / 1000;
  const quality = "value" in trustworthiness ? trustworthiness.value.toFixed(3) : "unknown";
  return besidePeer(
    { name: "computeLayout", n, seconds: ours, note: `with quality: trustworthiness ${quality}` },
    { name: "umap-js", n, seconds: theirs, note: "approximate neighbours, random start, no quality" },
  );
}
