import type { Db } from "#lib/db/client.ts";
import { type EmbeddingWrite, upsertEmbeddings } from "./embeddings-sql.ts";

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
    await upsertEmbeddings(db, space.id, rows.slice(first, first + rowsPerStatement), createdAt);
  }
}
