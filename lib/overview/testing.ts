import type { Attention } from "./schema.ts";

/** A list without an entry. */
const none = { count: 0, first: [] };
/** Nothing waits for anybody. */
export const nothingWaits: Attention = {
  suspects: { ...none, harmful: 0, tested: 0, signs: 0 },
  candidates: none,
  expiring: none,
  lintErrors: none,
  failedJobs: none,
  others: {
    expired: 0,
    staleEmbeddings: 0,
    missingEmbeddings: 0,
    lintWarnings: 0,
    pendingDrafts: 0,
    inReview: 0,
  },
};

/** For tests: the row of an active insight of the benchmark DevEval, known by its key. */
export function memoryRow(key: string, over: Record<string, unknown> = {}) {
  return {
    type: "insight" as const,
    benchmarkName: "DevEval",
    taskName: key,
    task: "Fix it.",
    outcome: "passed" as const,
    content: {},
    title: `Title ${key}`,
    searchText: `Title ${key}`,
    sourceFormat: "test",
    importKey: key,
    importedHash: key,
    contentHash: key,
    ...over,
  };
}
