import { availableParallelism } from "node:os";
import { nearestGraph, productGraph } from "./nearest-graph.ts";

/** For each query row: the positions of its most similar rows, most similar first, and the similarities. */
type Found = { kept: number; indices: Int32Array; similarities: Float32Array };

/** The `kept` largest dot products of each query with the rows; both are row-major with equal columns. */
export type NativeSearch = {
  search: (queries: Float32Array, rows: Float32Array, columns: number, kept: number) => Promise<Found>;
  /** All dot products of the queries with the rows: one row of them per query. */
  products: (queries: Float32Array, rows: Float32Array, columns: number) => Promise<Float32Array>;
  version: string;
};

type Session = import("onnxruntime-node").InferenceSession;

let loading: Promise<NativeSearch | null> | undefined;

/**
 * Dot products and top-k by ONNX Runtime, near the machine's arithmetic peak and off the event loop;
 * null where the package could not be installed (it is an optional dependency).
 */
export function loadNativeSearch(): Promise<NativeSearch | null> {
  loading ??= load();
  return loading;
}

async function load(): Promise<NativeSearch | null> {
  let runtime: typeof import("onnxruntime-node");
  try {
    runtime = await import("onnxruntime-node");
  } catch {
    return null;
  }
  const { InferenceSession, Tensor, env } = runtime;
  const session = await InferenceSession.create(nearestGraph(), {
    executionMode: "sequential",
    // By itself it counts physical cores, of which a virtual machine often shows half.
    intraOpNumThreads: availableParallelism(),
  });
  async function search(
    queries: Float32Array,
    rows: Float32Array,
    columns: number,
    kept: number,
  ): Promise<Found> {
    const output = await session.run({
      queries: new Tensor("float32", queries, [queries.length / columns, columns]),
      rows: new Tensor("float32", rows, [rows.length / columns, columns]),
      k: new Tensor("int64", BigInt64Array.of(BigInt(kept)), [1]),
    });
    const indices = Int32Array.from(output["indices"]?.data as BigInt64Array, Number);
    return { kept, indices, similarities: output["similarities"]?.data as Float32Array };
  }
  let multiplying: Promise<Session> | undefined;
  async function products(queries: Float32Array, rows: Float32Array, columns: number): Promise<Float32Array> {
    multiplying ??= InferenceSession.create(productGraph(), { executionMode: "sequential" });
    const output = await (await multiplying).run({
      queries: new Tensor("float32", queries, [queries.length / columns, columns]),
      rows: new Tensor("float32", rows, [rows.length / columns, columns]),
    });
    return output["products"]?.data as Float32Array;
  }
  return { search, products, version: env.versions.node ?? env.versions.common };
}
