import { measureMixing } from "#lib/abstraction/measure-mixing.ts";
import { daviesBouldin } from "#lib/metrics/davies-bouldin.ts";
import { effectivePerplexity } from "#lib/metrics/effective-perplexity.ts";
import { inverseSimpson } from "#lib/metrics/inverse-simpson.ts";
import { labelCodes } from "#lib/metrics/label-codes.ts";
import { computeLisi } from "#lib/metrics/lisi.ts";
import type { Matrix } from "#lib/metrics/matrix.ts";
import { neighborWeights } from "#lib/metrics/neighbor-weights.ts";
import { summarize } from "#lib/metrics/summarize.ts";
import { findNearest } from "#lib/neighbors/find-nearest.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { domains, syntheticEmbeddings } from "./embeddings.ts";
import { growthRow } from "./growth.ts";
import { askPython, type HarmonypyLisi, type SklearnDaviesBouldin, withoutPython } from "./python-peers.ts";
import { type BenchContext, type BenchRow, medianSeconds } from "./row.ts";

const columns = 1536;
const sizes = [1724, 10_000, 50_000];
const perplexity = 30;

/**
 * DBI and LISI on vectors and on the plane at three sizes, beside scikit-learn and harmonypy where they are installed,
 * and beside LISI by comparing all pairs in JavaScript.
 */
export async function benchMetrics({ log, signal }: BenchContext): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const n of sizes) {
    log(`Measuring ${n} vectors of ${columns} numbers ...`);
    const { matrix, labels } = syntheticEmbeddings(n, columns);
    rows.push(...(await measureDbi(matrix, labels, signal)));
    rows.push(...(await measureLisi(matrix, labels, signal)));
    if (n < 20_000) rows.push(await measureAll(matrix, labels));
    signal.throwIfAborted();
  }
  return [...rows, ...["DBI", "DBI on the plane", "LISI on the plane"].map((name) => growthRow(rows, name))];
}

async function measureDbi(
  matrix: Matrix & { data: Float32Array },
  labels: string[],
  signal: AbortSignal,
): Promise<BenchRow[]> {
  const n = matrix.rows;
  const rows: BenchRow[] = [];
  for (const [name, points] of [
    ["DBI", matrix],
    ["DBI on the plane", planeOf(n)],
  ] as const) {
    const seconds = await medianSeconds(() => daviesBouldin(points, labels));
    const peer = await askPython<SklearnDaviesBouldin>(points, domains, "dbi", signal);
    const ours = daviesBouldin(points, labels);
    const apart = peer && "value" in ours ? Math.abs(ours.value - peer.value) / peer.value : null;
    rows.push({
      name,
      n,
      seconds,
      ...(peer ? { ratioTo: { "scikit-learn": seconds / peer.seconds } } : {}),
      note:
        apart === null ? withoutPython : `differs from it by ${apart.toExponential(1)}; target: 1.5 of it`,
    });
  }
  return rows;
}

/** On the vectors by ONNX Runtime, on the plane by Flatbush; all pairs only where that ends. */
async function measureLisi(
  matrix: Matrix & { data: Float32Array },
  labels: string[],
  signal: AbortSignal,
): Promise<BenchRow[]> {
  const n = matrix.rows;
  const rows: BenchRow[] = [];
  for (const [name, points] of [
    ["LISI", matrix],
    ["LISI on the plane", planeOf(n)],
  ] as const) {
    if (name === "LISI" && n > 10_000) continue;
    const seconds = await medianSeconds(() => lisi(points, labels), n > 5000 ? 1 : 3);
    const pairs = n > 2000 ? null : await medianSeconds(() => computeLisi(points, labels, perplexity), 1);
    const peer = await askPython<HarmonypyLisi>(points, domains, "lisi", signal);
    const apart = peer && Math.abs(summarize(await lisi(points, labels)).mean - peer.mean) / peer.mean;
    rows.push({
      name,
      n,
      seconds,
      ratioTo: {
        ...(peer ? { harmonypy: seconds / peer.seconds } : {}),
        ...(pairs ? { "all pairs in JavaScript": seconds / pairs } : {}),
      },
      note:
        apart === null
          ? withoutPython
          : `means differ by ${apart.toExponential(1)}; target: 0.35 of harmonypy`,
    });
  }
  return rows;
}

async function lisi(matrix: Matrix, labels: string[]): Promise<Float64Array> {
  const effective = effectivePerplexity(matrix.rows, perplexity);
  if ("undefinedBecause" in effective) throw new Error(effective.undefinedBecause);
  const neighbors = await findNearest(matrix, 3 * perplexity - 1, "euclidean");
  const { codes, names } = labelCodes(labels);
  const weights = neighborWeights(neighbors, effective.value);
  return inverseSimpson(neighbors.indices, weights, neighbors.k, codes, names.length);
}

async function measureAll(matrix: Matrix, labels: string[]): Promise<BenchRow> {
  const started = performance.now();
  const { result } = await measureMixing(
    { matrix, labels, tasks: labels.map((_, row) => String(row)) },
    perplexity,
  );
  const { dbi, dbiInterval, dbiShuffled, lisi: measured } = result;
  return {
    name: "DBI and LISI with intervals, shuffled labels and shares",
    n: matrix.rows,
    seconds: (performance.now() - started) / 1000,
    note: `DBI ${dbi?.toFixed(3)} (${dbiInterval?.low.toFixed(3)} to ${dbiInterval?.high.toFixed(3)}; shuffled ${dbiShuffled?.mean.toFixed(2)}), LISI ${measured?.mean.toFixed(3)}; ${dbiInterval?.resamples} resamples, ${dbiShuffled?.permutations} permutations`,
  };
}

/** Six groups in the plane, partly over each other. */
function planeOf(n: number): Matrix & { data: Float32Array } {
  const random = seededRandom(7);
  const data = Float32Array.from({ length: 2 * n }, (_, at) => {
    const group = (at >> 1) % domains;
    const center = at % 2 === 0 ? Math.cos(group) : Math.sin(group);
    return center + random() + random() + random();
  });
  return { data, rows: n, columns: 2 };
}
