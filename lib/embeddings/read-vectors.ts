import type { Db } from "#lib/db/client.ts";
import { type MemoryType, Prisma } from "#lib/db/generated/client.ts";
import type { Matrix } from "#lib/metrics/matrix.ts";

/** What a memory may be labelled or coloured by. */
export type VectorMemory = {
  id: string;
  benchmark: string;
  outcome: string;
  lifecycle: string;
  generator: string | null;
};

export type SpaceVectors = {
  /** Row i of the matrix is the vector of `memories[i]`; ascending by id. */
  memories: VectorMemory[];
  matrix: Matrix & { data: Float32Array };
};

const rowsPerQuery = 1_000;

/**
 * The vectors of one space, of memories whose text has not changed since, as one Float32 matrix. Read in the
 * database's binary form, by pages, so that 20,000 x 1,536 numbers are not 600 MB of digits.
 * @param filter type: null = all types; deprecated: whether deprecated memories are among them
 */
export async function readVectors(
  db: Db,
  space: { id: string; dimensions: number },
  filter: { type: MemoryType | null; deprecated: boolean },
  signal?: AbortSignal,
): Promise<SpaceVectors> {
  const memories: VectorMemory[] = [];
  const parts: Float32Array[] = [];
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    signal?.throwIfAborted();
    const page = await readPage(db, space.id, filter, after);
    parts.push(...page.map(({ bytes }) => decodeVector(bytes, space.dimensions)));
    for (const { bytes: _bytes, ...memory } of page) memories.push(memory);
    if (page.length < rowsPerQuery) break;
    after = memories.at(-1)?.id ?? after;
  }
  const data = new Float32Array(parts.length * space.dimensions);
  parts.forEach((part, i) => {
    data.set(part, i * space.dimensions);
  });
  return { memories, matrix: { data, rows: parts.length, columns: space.dimensions } };
}

function readPage(
  db: Db,
  spaceId: string,
  filter: { type: MemoryType | null; deprecated: boolean },
  after: string,
) {
  const ofType = filter.type ? Prisma.sql`AND m."type" = ${filter.type}::"MemoryType"` : Prisma.empty;
  const living = filter.deprecated ? Prisma.empty : Prisma.sql`AND m."lifecycle" <> 'deprecated'`;
  return db.$queryRaw<(VectorMemory & { bytes: Uint8Array })[]>`
    SELECT m."id", m."benchmarkName" AS benchmark, m."outcome"::text AS outcome, m."lifecycle"::text AS lifecycle,
      m."generator", vector_send(e."vector") AS bytes
    FROM "Embedding" e JOIN "Memory" m ON m."id" = e."memoryId"
    WHERE e."spaceId" = ${spaceId}::uuid AND NOT e."stale" AND m."id" > ${after}::uuid ${ofType} ${living}
    ORDER BY m."id" LIMIT ${rowsPerQuery}`;
}

/**
 * Decodes pgvector's binary form: big-endian, a 16-bit count, 16 unused bits, then 32-bit floats.
 * @throws RangeError when the count isn't the space's
 */
export function decodeVector(bytes: Uint8Array, dimensions: number): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint16(0);
  if (count !== dimensions)
    throw new RangeError(`A vector of ${count} numbers lies in a space of ${dimensions}.`);
  const vector = new Float32Array(count);
  for (let i = 0; i < count; i++) vector[i] = view.getFloat32(4 + 4 * i);
  return vector;
}
