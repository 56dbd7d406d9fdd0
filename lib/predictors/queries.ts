import { cacheByRevision } from "#lib/db/cache-by-revision.ts";
import type { RootDb } from "#lib/db/client.ts";
import { lintRuleNames } from "#lib/lint/schema.ts";
import { effectSources } from "#lib/memories/stored-effects.ts";
import { judgePredictors } from "./judge-predictors.ts";
import { listPredictors } from "./list-predictors.ts";
import { readPredictedMemories } from "./read-memories.ts";
import type { PredictorReport } from "./schema.ts";

const keepReport = cacheByRevision<PredictorReport>(
  1,
  ...effectSources,
  "Memory",
  "LintFinding",
  "MemoryMeasure",
  "EmbeddingSpace",
);

/** What of the memories of this pool foretells their measured effect; kept until pool or runs change. */
export function getPredictors(db: RootDb): Promise<PredictorReport> {
  return keepReport(db, null, async () => {
    const memories = await readPredictedMemories(db);
    const predictors = listPredictors(memories, lintRuleNames);
    return judgePredictors(
      predictors,
      memories.map(({ effect }) => effect),
    );
  });
}
