import { setTimeout } from "node:timers/promises";
import type { Db } from "#lib/db/client.ts";
import type { Matrix } from "#lib/metrics/matrix.ts";
import {
  countVectors,
  readVectorPage,
  type VectorFilter,
  type VectorMemory,
  vectorsPerPage,
} from "./embeddings-sql.ts";

export type SpaceVectors = {
  /** Row i of the matrix is the vector of `memories[i]`; ascending by id. */
  memories: VectorMemory[];
  matrix: Matrix & { data: Float32Array };
};

/**
 * The vectors of one space, of memories whose text has not changed since, as one Float32 matrix. Read in the
 * database's binary form, by pages and into one buffer, so that 50,000 x 1,536 numbers take 300 MB and not thrice that.
 */
export async function readVectors(
  db: Db,
  space: { id: string; dimensions: number },
  filter: VectorFilter,
  signal?: AbortSignal,
): Promise<SpaceVectors> {
  const memories: VectorMemory[] = [];
  let data = new Float32Array((await countVectors(db, space.id, filter)) * space.dimensions);
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    signal?.throwIfAborted();
    const asked = performance.now();
    const page = await readVectorPage(db, space.id, filter, after);
    // Memories may come in while their elders are read.
    const needed = (memories.length + page.length) * space.dimensions;
    if (needed > data.length) data = enlarged(data, needed);
    for (const { bytes, ...memory } of page) {
      data.set(decodeVector(bytes, space.dimensions), memories.length * space.dimensions);
      memories.push(memory);
    }
    if (page.length < vectorsPerPage) break;
    after = memories.at(-1)?.id ?? after;
    // As long as it took: one connection is served at a time, and others want the database too.
    await setTimeout(performance.now() - asked, undefined, signal && { signal });
  }
  const rows = memories.length;
  const used = rows * space.dimensions;
  const matrix = {
    data: used === data.length ? data : data.slice(0, used),
    rows,
    columns: space.dimensions,
  };
  return { memories, matrix };
}

function enlarged(data: Float32Array, length: number): Float32Array<ArrayBuffer> {
  const larger = new Float32Array(length);
  larger.set(data);
  return larger;
}

/**
 * Decodes pgvector's binary form: big-endian, a 16-bit count, 16 unused bits, then 32-bit floats.
 * @throws RangeError when the count isn't the space's
 */
function decodeVector(bytes: Uint8Array, dimensions: number): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint16(0);
  if (count !== dimensions)
    throw new RangeError(`A vector of ${count} numbers lies in a space of ${dimensions}.`);
  const vector = new Float32Array(count);
  for (let i = 0; i < count; i++) vector[i] = view.getFloat32(4 + 4 * i);
  return vector;
}
