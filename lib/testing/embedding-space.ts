import type { Db } from "#lib/db/client.ts";
import type { EmbeddingSpace, Memory } from "#lib/db/generated/client.ts";
import { activateSpace, ensureSpace, type SpaceKey } from "#lib/embeddings/spaces.ts";
import { writeEmbeddings } from "#lib/embeddings/write-embeddings.ts";

/** Creates a space, gives the memories these vectors in it, and makes it the active one. */
export async function seedSpace(
  db: Db,
  key: SpaceKey,
  vectors: readonly { memory: Memory; vector: ArrayLike<number> }[],
): Promise<EmbeddingSpace> {
  const space = await ensureSpace(db, key);
  const rows = vectors.map(({ memory, vector }) => ({
    memoryId: memory.id,
    textHash: "test",
    contentHash: memory.contentHash,
    vector,
  }));
  await writeEmbeddings(db, space, rows);
  return activateSpace(db, space.id);
}
