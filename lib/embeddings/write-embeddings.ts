import { toSql } from "pgvector";
import type { Db } from "#lib/db/client.ts";

export type EmbeddingWrite = {
  memoryId: string;
  /** SHA-256 of the text the vector was made from. */
  textHash: string;
  /** Content hash of the memory when its text was read: should it differ by now, the vector is stale from the start. */
  contentHash: string;
  vector: ArrayLike<number>;
};

const rowsPerStatement = 200;

/**
 * Writes vectors of one space, replacing older ones; memories deleted meanwhile are passed over.
 * @throws RangeError when a vector's length isn't the space's
 */
export async function writeEmbeddings(
  db: Db,
  space: { id: string; dimensions: number },
  rows: readonly EmbeddingWrite[],
): Promise<void> {
  for (const { vector } of rows) {
    if (vector.length !== space.dimensions) {
      throw new RangeError(
        `A vector of ${vector.length} numbers does not belong in a space of ${space.dimensions}.`,
      );
    }
  }
  // The application's clock, as in memories and maps: what is newer than what is decided by one clock.
  const createdAt = new Date();
  for (let first = 0; first < rows.length; first += rowsPerStatement) {
    const slice = rows.slice(first, first + rowsPerStatement);
    const ids = slice.map((row) => row.memoryId);
    const textHashes = slice.map((row) => row.textHash);
    const contentHashes = slice.map((row) => row.contentHash);
    const vectors = slice.map((row) => String(toSql(Array.from(row.vector))));
    await db.$executeRaw`
      INSERT INTO "Embedding" ("memoryId", "spaceId", "textHash", "stale", "vector", "createdAt")
      SELECT m."id", ${space.id}::uuid, x.text_hash, m."contentHash" <> x.content_hash, x.vector::vector,
        ${createdAt}::timestamptz
      FROM unnest(${ids}::text[], ${textHashes}::text[], ${contentHashes}::text[], ${vectors}::text[])
        AS x (id, text_hash, content_hash, vector)
      JOIN "Memory" m ON m."id" = x.id::uuid
      ON CONFLICT ("memoryId", "spaceId") DO UPDATE
        SET "textHash" = excluded."textHash", "stale" = excluded."stale", "vector" = excluded."vector", "createdAt" = excluded."createdAt"`;
  }
}
