import { readFileSync } from "node:fs";
import { seededRandom } from "#lib/shared/random.ts";
import type { Curve } from "./curve.ts";
import type { MembershipGraph } from "./membership-graph.ts";

/** The functions of the kernel (lib/umap/assembly/layout.ts); addresses are bytes in its memory. */
type Kernel = {
  setSeed: (a: number, b: number, c: number) => void;
  runEpochs: (
    points: number,
    pointCount: number,
    heads: number,
    tails: number,
    edgeCount: number,
    everyEpochs: number,
    nextUse: number,
    nextNegative: number,
    attraction: number,
    repulsion: number,
    firstSlot: number,
    lastSlot: number,
    negativesPerEdge: number,
    learningRate: number,
    fromEpoch: number,
    toEpoch: number,
    epochCount: number,
    movesTails: number,
  ) => void;
};

export type LayoutOptions = {
  curve: Curve;
  epochs: number;
  seed: number;
  /** So many first points stay where they are, and only they push others away: placing new points among old ones. */
  fixed?: number;
  negativesPerEdge?: number;
  learningRate?: number;
};

const pageBytes = 65_536;
// Squared distances from 2^-30 to 2^24, 256 steps each doubling: relative steps of 0.3 %.
const firstSlot = (127 - 30) << 8;
const lastSlot = (127 + 24) << 8;

let compiled: WebAssembly.Module | undefined;

/**
 * UMAP's layout by stochastic gradient descent with negative sampling (McInnes, Healy, Melville 2018),
 * same update rule as the reference, gradients from tables, single precision, in WebAssembly.
 * Deterministic for a seed. Yields the share of epochs done, so that the caller can stop or let others run.
 * @param start 2 n numbers, x and y per point
 * @returns 2 n numbers, x and y per point
 */
export function* optimizeLayout(
  graph: MembershipGraph,
  start: Float32Array,
  options: LayoutOptions,
): Generator<number, Float32Array> {
  const { curve, epochs, seed, fixed = 0, negativesPerEdge = 5, learningRate = 1 } = options;
  const edges = usedEdges(graph, epochs);
  const memory = new WebAssembly.Memory({ initial: 1 });
  const place = allocator(memory);
  const points = place(start);
  const heads = place(edges.heads);
  const tails = place(edges.tails);
  const every = place(edges.everyEpochs);
  const nextUse = place(edges.everyEpochs);
  const nextNegative = place(edges.everyEpochs.map((value) => value / negativesPerEdge));
  const attraction = place(
    table(
      (squared) => (-2 * curve.a * curve.b * squared ** (curve.b - 1)) / (curve.a * squared ** curve.b + 1),
    ),
  );
  const repulsion = place(
    table((squared) => (2 * curve.b) / ((0.001 + squared) * (curve.a * squared ** curve.b + 1))),
  );
  const kernel = instantiate(memory);
  const random = seededRandom(seed);
  const word = () => Math.floor(random() * 0x7fffff00) + 128;
  kernel.setSeed(word(), word(), word());
  const slice = Math.max(1, Math.min(epochs, Math.ceil(2e6 / Math.max(1, edges.heads.length))));
  for (let from = 0; from < epochs; from += slice) {
    const to = Math.min(epochs, from + slice);
    kernel.runEpochs(
      points,
      fixed || start.length / 2,
      heads,
      tails,
      edges.heads.length,
      every,
      nextUse,
      nextNegative,
      attraction,
      repulsion,
      firstSlot,
      lastSlot,
      negativesPerEdge,
      learningRate,
      from,
      to,
      epochs,
      fixed > 0 ? 0 : 1,
    );
    yield to / epochs;
  }
  return new Float32Array(memory.buffer, points, start.length).slice();
}

/** Edges in proportion to their weight: the strongest every epoch, one too weak for a single use never. */
function usedEdges(
  graph: MembershipGraph,
  epochs: number,
): { heads: Uint32Array; tails: Uint32Array; everyEpochs: Float32Array } {
  let strongest = 0;
  for (const weight of graph.weights) if (weight > strongest) strongest = weight;
  const least = strongest / epochs;
  let count = 0;
  for (const weight of graph.weights) if (weight > 0 && weight >= least) count++;
  const used = {
    heads: new Uint32Array(count),
    tails: new Uint32Array(count),
    everyEpochs: new Float32Array(count),
  };
  let at = 0;
  graph.weights.forEach((weight, edge) => {
    if (!(weight > 0 && weight >= least)) return;
    used.heads[at] = graph.heads[edge] as number;
    used.tails[at] = graph.tails[edge] as number;
    used.everyEpochs[at++] = strongest / weight;
  });
  return used;
}

/** A function of the squared distance at the middle of each slot: what the kernel looks up. */
function table(gradient: (squared: number) => number): Float32Array {
  const bits = new DataView(new ArrayBuffer(4));
  return Float32Array.from({ length: lastSlot - firstSlot + 1 }, (_, i) => {
    bits.setUint32(0, ((firstSlot + i) << 15) | 0x4000);
    return gradient(bits.getFloat32(0));
  });
}

/** Puts arrays one after the other into the memory, which grows as needed. */
function allocator(memory: WebAssembly.Memory): (values: Float32Array | Uint32Array) => number {
  let next = 1024;
  return (values) => {
    const address = next;
    next = Math.ceil((address + values.byteLength) / 16) * 16;
    const missing = next - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));
    new Uint8Array(memory.buffer, address, values.byteLength).set(
      new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
    );
    return address;
  };
}

function instantiate(memory: WebAssembly.Memory): Kernel {
  compiled ??= new WebAssembly.Module(readFileSync(new URL("./assembly/layout.wasm", import.meta.url)));
  return new WebAssembly.Instance(compiled, { env: { memory } }).exports as Kernel;
}
