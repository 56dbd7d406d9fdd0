import { availableParallelism, loadavg } from "node:os";
import { computeLayout, type Layout, toPoints } from "#lib/maps/layout.ts";
import { daviesBouldin } from "#lib/metrics/davies-bouldin.ts";
import { findNearest } from "#lib/neighbors/find-nearest.ts";
import { searchRecall } from "#lib/neighbors/search-recall.ts";
import { fitCurve } from "#lib/umap/curve.ts";
import { membershipGraph } from "#lib/umap/membership-graph.ts";
import { optimizeLayout } from "#lib/umap/optimize-layout.ts";
import { principalPlane } from "#lib/umap/principal-plane.ts";
import { domains, syntheticEmbeddings } from "./embeddings.ts";
import { growthRow } from "./growth.ts";
import { askPython, type UmapLearn, withoutPython } from "./python-peers.ts";
import type { BenchContext, BenchRow } from "./row.ts";
import { beginUmapJs, type UmapJs } from "./umap-peer.ts";

const columns = 1536;
const params = { seed: 42, neighbors: 15, minDist: 0.1 };
/** umap-js holds 2.8 GB at 50,000 points and takes minutes: it is measured up to here. */
const mostForUmapJs = 10_000;

const sizes = [
  // The largest first: the greatest resident memory so far is then its own.
  { n: 50_000, seeds: 1 },
  { n: 1724, seeds: 5 },
  { n: 10_000, seeds: 5 },
];
/** Goes of which the shortest counts, ours and the peer's in turn: other work on the machine only ever adds. */
const goes = 5;

/**
 * A map of vectors stage by stage, at three sizes, beside umap-js and (where Debian's packages are installed) umap-learn
 * and pynndescent: neighbors, graph, layout, the whole, how faithful it is, memory, and how all that grows.
 */
export async function benchMap({ log, signal }: BenchContext): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  log(
    `Load average ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores: on a busy machine read ratios only.`,
  );
  for (const size of sizes) {
    log(`Laying out ${size.n} vectors of ${columns} numbers ...`);
    rows.push(...(await measureSize(size, log, signal)));
    signal.throwIfAborted();
  }
  const stages = ["neighbors", "graph", "start", "layout, one epoch", "whole map, quality included"];
  return [...rows, ...stages.map((name) => growthRow(rows, name))];
}

async function measureSize(
  { n, seeds }: { n: number; seeds: number },
  log: (line: string) => void,
  signal: AbortSignal,
): Promise<BenchRow[]> {
  const { matrix, labels } = syntheticEmbeddings(n, columns);
  const before = process.memoryUsage.rss();
  const greatestBefore = process.resourceUsage().maxRSS;
  const wholes = [await timed(() => computeLayout(matrix, params, { signal }, { owned: true }))];
  const greatest = process.resourceUsage().maxRSS;
  // The greatest resident memory is of the process's life: a smaller map after a larger one does not show.
  const megabytes = greatest > greatestBefore ? Math.round((greatest * 1024 - before) / 1e6) : null;
  log(n > mostForUmapJs ? "Stage by stage ..." : "The same with umap-js, stage by stage ...");
  const js = n > mostForUmapJs ? null : fastest(matrix, n < 5000 ? goes : 1);
  const stages = await timeStages(matrix, js);
  for (let seed = 1; seed < seeds; seed++)
    wholes.push(await timed(() => computeLayout(matrix, { ...params, seed }, { signal })));
  const reference = js && (await layOutByReference(matrix, labels, signal));
  const learn = await askPython<UmapLearn>(matrix, domains, "umap", signal);
  const seconds = Math.min(...wholes.map((whole) => whole.seconds));
  const indexes = wholes.map((whole) => indexOf(whole.value, labels));
  const trust = (wholes[0] as (typeof wholes)[number]).value.quality.trustworthiness;
  return [
    ...stageRows(n, stages, js, learn),
    {
      name: "whole map, quality included",
      n,
      seconds,
      ratioTo: {
        ...(js ? { "umap-js": seconds / (js.begin + js.epochs * stages.peerEpoch) } : {}),
        ...(learn ? { "umap-learn": seconds / learn.seconds } : {}),
      },
      ...(megabytes === null ? {} : { megabytes }),
      note: `${megabytes === null ? "" : `${megabytes} MB beside the vectors (target: 300); `}targets: 0.2 of umap-js, 0.5 of umap-learn; ${learn ? "" : withoutPython}`,
    },
    ...(reference ? [{ ...reference, ratioTo: { ours: reference.seconds / seconds } }] : []),
    {
      name: "trustworthiness at 15 neighbors",
      n,
      seconds: null,
      note: `${"value" in trust ? trust.value.toFixed(4) : "unknown"}${learn?.trustworthiness ? `, umap-learn ${learn.trustworthiness.toFixed(4)}` : ""}`,
    },
    {
      name: "Davies-Bouldin index of the plane (lower = domains further apart)",
      n,
      seconds: null,
      note: `${spelledOut(indexes)}${js ? `; umap-js ${indexOfPlane(js.plane(), labels).toFixed(2)} (random start)` : ""}${learn ? `; umap-learn ${spelledOut(learn.dbi)}` : ""}`,
    },
  ];
}

/** The same map by the engine that a person may choose as a reference, over three seeds. */
async function layOutByReference(
  matrix: Parameters<typeof computeLayout>[0],
  labels: string[],
  signal: AbortSignal,
) {
  const wholes: { value: Layout; seconds: number }[] = [];
  for (const seed of [42, 1, 2])
    wholes.push(await timed(() => computeLayout(matrix, { ...params, seed, engine: "umap-js" }, { signal })));
  const trust = wholes.map(({ value: { quality } }) =>
    "value" in quality.trustworthiness ? quality.trustworthiness.value : Number.NaN,
  );
  return {
    name: "whole map, engine umap-js",
    n: labels.length,
    seconds: Math.min(...wholes.map((whole) => whole.seconds)),
    note: `trustworthiness ${Math.min(...trust).toFixed(4)} to ${Math.max(...trust).toFixed(4)}; Davies-Bouldin index of the plane ${spelledOut(wholes.map(({ value }) => indexOf(value, labels)))}`,
  };
}

/** umap-js as it began in the shortest of some goes. */
function fastest(matrix: Parameters<typeof beginUmapJs>[0], times: number): UmapJs {
  const begun = Array.from({ length: times }, () => beginUmapJs(matrix, params.seed));
  return begun.reduce((best, each) => (each.begin < best.begin ? each : best));
}

type Stages = {
  neighbors: number;
  recall: number;
  method: string;
  graph: number;
  start: number;
  epoch: number;
  /** NaN without the peer. */
  peerEpoch: number;
};

async function timeStages(
  matrix: ReturnType<typeof syntheticEmbeddings>["matrix"],
  js: UmapJs | null,
): Promise<Stages> {
  const options = { precise: false, unit: true };
  const found = await timed(() => findNearest(matrix, 15, "cosine", options));
  const recall = await searchRecall(matrix, found.value, { sample: 300, seed: 1 });
  const graph = await timed(() => membershipGraph(found.value));
  const start = await timed(() => principalPlane(matrix, params.seed));
  const epochs = 200;
  const curve = fitCurve(params.minDist);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let go = 0; go < goes; go++) {
    const layout = await timed(() => {
      const steps = optimizeLayout(graph.value, start.value, { curve, epochs, seed: 1 });
      while (!steps.next().done);
    });
    ours.push(layout.seconds / epochs);
    if (js) theirs.push(js.run(js.epochs / goes));
  }
  return {
    neighbors: found.seconds,
    recall,
    method: found.value.method,
    graph: graph.seconds,
    start: start.seconds,
    epoch: Math.min(...ours),
    peerEpoch: theirs.length > 0 ? Math.min(...theirs) : Number.NaN,
  };
}

function stageRows(n: number, stages: Stages, js: UmapJs | null, learn: UmapLearn | null): BenchRow[] {
  const billions = (2 * n * n * columns) / stages.neighbors / 1e9;
  const rate = stages.method === "exact" ? `, ${billions.toFixed(0)} GFLOP/s` : "";
  return [
    {
      name: "neighbors",
      n,
      seconds: stages.neighbors,
      ratioTo: {
        ...(js ? { "umap-js, with its graph": stages.neighbors / js.begin } : {}),
        ...(learn ? { pynndescent: stages.neighbors / learn.neighborSeconds } : {}),
      },
      note: `${stages.method}, recall ${stages.recall.toFixed(4)}${rate}`,
    },
    { name: "graph", n, seconds: stages.graph },
    { name: "start", n, seconds: stages.start, note: "principal plane" },
    {
      name: "layout, one epoch",
      n,
      seconds: stages.epoch,
      ...(js ? { ratioTo: { "umap-js": stages.epoch / stages.peerEpoch } } : {}),
      note: "target: 0.15 of umap-js",
    },
  ];
}

async function timed<T>(work: () => T | Promise<T>): Promise<{ value: T; seconds: number }> {
  const started = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - started) / 1000 };
}

function indexOf({ coordinates }: Layout, labels: string[]): number {
  const n = labels.length;
  return indexOfPlane(toPoints({ x: coordinates.subarray(0, n), y: coordinates.subarray(n) }), labels);
}

function indexOfPlane(plane: Float32Array, labels: string[]): number {
  const measured = daviesBouldin({ data: plane, rows: labels.length, columns: 2 }, labels);
  return "value" in measured ? measured.value : Number.NaN;
}

function spelledOut(values: number[]): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const range = `${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)}`;
  return values.length === 1
    ? mean.toFixed(2)
    : `mean ${mean.toFixed(2)}, ${range} over ${values.length} seeds`;
}
