import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type BenchContext, type BenchRow, besidePeer } from "./row.ts";
import { embedAll, importMemories, inScratch, withEmbedded } from "./scratch.ts";

const n = 2000;

/** Importing memories for the first time, again, and embedding them; beside parsing alone. */
export async function benchImport({ log }: BenchContext): Promise<BenchRow[]> {
  return inScratch((folder) =>
    withEmbedded(join(folder, "data"), async (db) => {
      log(`Importing ${n} memories ...`);
      const first = await importMemories(db, folder, n);
      const again = await importMemories(db, folder, n);
      const embedded = await embedAll(db);
      const started = performance.now();
      const lines = readFileSync(join(folder, "pool-0.jsonl"), "utf8").trim().split("\n");
      for (const line of lines) JSON.parse(line);
      const parsed = (performance.now() - started) / 1000;
      return [
        ...besidePeer(
          { name: "import, all new", n, seconds: first },
          { name: "JSON.parse of the file", n, seconds: parsed },
        ),
        { name: "import, all unchanged", n, seconds: again, ratioTo: { "import, all new": again / first } },
        { name: "embed (built-in space)", n, seconds: embedded },
      ];
    }),
  );
}
