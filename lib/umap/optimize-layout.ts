import { readFileSync } from "node:fs";
import { seededRandom } from "#lib/shared/random.ts";
import type { Curve } from "./curve.ts";
import type { MembershipGraph } from "./membership-graph.ts";

/** The functions of the kernel (lib/umap/assembly/layout.ts); addresses are bytes in its memory. */
type Kernel = {
  setSeed: (low: number, high: number) => void;
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
// Squared distances from 2^-30 to 2^24, 256 steps each doubling: relative steps of 0.3%.
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
  const word = () => Math.floor(random() * 2 ** 32) | 0;
  kernel.setSeed(word(), word());
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

/** Leading bits of a single-precision number: its sign, exponent and 5 bits of its mantissa. */
const keyShift = 18;

/**
 * Edges in proportion to their weight: the strongest every epoch, one too weak for a single use never. Strongest first
 * (a counting sort by the leading bits), so that the kernel meets runs of edges that are due and runs that are not, and
 * neighboring edges have different heads, none of which has to wait for the other.
 */
function usedEdges(
  graph: MembershipGraph,
  epochs: number,
): { heads: Uint32Array; tails: Uint32Array; everyEpochs: Float32Array } {
  const { heads, tails, weights } = graph;
  const strongest = weights.reduce((best, weight) => Math.max(best, weight), 0);
  const every = weights.map((weight) => strongest / weight);
  const bits = new Uint32Array(every.buffer);
  const isUsed = (edge: number) => (every[edge] as number) <= epochs;
  const starts = new Uint32Array((1 << (32 - keyShift)) + 1);
  for (let edge = 0; edge < heads.length; edge++) {
    if (!isUsed(edge)) continue;
    const next = ((bits[edge] as number) >>> keyShift) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let key = 1; key < starts.length; key++)
    starts[key] = (starts[key] as number) + (starts[key - 1] as number);
  const count = starts.at(-1) ?? 0;
  const used = {
    heads: new Uint32Array(count),
    tails: new Uint32Array(count),
    everyEpochs: new Float32Array(count),
  };
  for (let edge = 0; edge < heads.length; edge++) {
    if (!isUsed(edge)) continue;
    const key = (bits[edge] as number) >>> keyShift;
    const at = starts[key] as number;
    starts[key] = at + 1;
    used.heads[at] = heads[edge] as number;
    used.tails[at] = tails[edge] as number;
    used.everyEpochs[at] = every[edge] as number;
  }
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
