import type { Db } from "#lib/db/client.ts";
import type { EmbeddingWrite } from "#lib/embeddings/embeddings-sql.ts";
import { ensureSpace } from "#lib/embeddings/spaces.ts";
import { writeEmbeddings } from "#lib/embeddings/write-embeddings.ts";
import { defaultEmbeddedText, embeddedTextOf, getEmbeddedTextSetting } from "#lib/memories/embedded-text.ts";
import { contentHashOf, type MemoryDraft } from "#lib/memories/record.ts";
import { sha256 } from "#lib/shared/hash.ts";
import type { SourceVector } from "./records.ts";

export type SourceVectors = { memoryId: string; draft: MemoryDraft; vectors: readonly SourceVector[] };

/**
 * Writes the vectors a source brings, each into the space of its model and dimensions. A space met here first is an
 * imported one; none becomes the active space by this.
 */
export async function writeSourceVectors(tx: Db, items: readonly SourceVectors[]): Promise<void> {
  if (items.every((item) => item.vectors.length === 0)) return;
  const setting = await getEmbeddedTextSetting(tx);
  const bySpace = new Map<string, { model: string; dimensions: number; rows: EmbeddingWrite[] }>();
  for (const { memoryId, draft, vectors } of items) {
    // A published pool embeds what the paper's code embeds, whatever is set here.
    const used = draft.sourceFormat.startsWith("mtl-pool") ? defaultEmbeddedText : setting;
    const textHash = sha256(embeddedTextOf(draft, draft.task, used));
    for (const { model, dimensions, vector } of vectors) {
      const key = `${model}/${dimensions}`;
      const space = bySpace.get(key) ?? { model, dimensions, rows: [] };
      space.rows.push({ memoryId, textHash, contentHash: contentHashOf(draft), vector });
      bySpace.set(key, space);
    }
  }
  for (const { model, dimensions, rows } of bySpace.values()) {
    const space = await ensureSpace(tx, { provider: "imported", model, dimensions });
    await writeEmbeddings(tx, space, rows);
  }
}
