import { join } from "node:path";
import { readVectors } from "#lib/embeddings/read-vectors.ts";
import { ensureActiveSpace } from "#lib/embeddings/spaces.ts";
import { previewRetrieval } from "#lib/retrieval/preview-retrieval.ts";
import { type BenchContext, type BenchRow, besidePeer, medianSeconds } from "./row.ts";
import { embedAll, importMemories, inScratch, withEmbedded } from "./scratch.ts";

const n = 10_000;

/** A retrieval as page and CLI do it, beside a bare scan of vectors that already lie in memory. */
export async function benchRetrieval({ log }: BenchContext): Promise<BenchRow[]> {
  return inScratch((folder) =>
    withEmbedded(join(folder, "data"), async (db) => {
      log(`Filling a pool of ${n} memories ...`);
      await importMemories(db, folder, n);
      await embedAll(db);
      const space = await ensureActiveSpace(db);
      const { matrix } = await readVectors(db, space, { type: "insight", deprecated: false });
      const preview = () => previewRetrieval(db, { query: "repair the parser cache", target: "benchmark-1" });
      const checked = await preview();
      if (!checked.ok) throw new Error(checked.error.message);
      return besidePeer(
        {
          name: "previewRetrieval",
          n,
          seconds: await medianSeconds(preview),
          note: "embeds the query, filters, explains what is left out, writes the prompt",
        },
        {
          name: "brute-force scan in JavaScript",
          n: matrix.rows,
          seconds: await medianSeconds(() => scan(matrix.data, matrix.rows, matrix.columns)),
          note: "similarities alone: no filter, no reasons, vectors already read",
        },
      );
    }),
  );
}

function scan(data: Float32Array | Float64Array, rows: number, columns: number): number {
  const query = data.subarray(0, columns);
  let best = -1;
  for (let i = 1; i < rows; i++) {
    let sum = 0;
    for (let c = 0; c < columns; c++) sum += (data[i * columns + c] ?? 0) * (query[c] ?? 0);
    best = Math.max(best, sum);
  }
  return best;
}
