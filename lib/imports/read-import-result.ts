import type { ImportJobResult } from "./schema.ts";

/** What earlier versions did not tell of a run. */
const unknownOfRun = {
  key: "",
  group: "",
  grouping: null,
  folders: 1,
  tasks: 0,
  attempts: 0,
  benchmarks: [],
  memoryType: null,
  scope: null,
};

const noCounts = { created: 0, updated: 0, unchanged: 0, rejected: 0 };

/** The result of an import job as it was stored, also by a version that kept no counts of its lists. */
export function readImportResult(stored: unknown): ImportJobResult {
  const result = stored as ImportJobResult &
    Partial<
      Pick<
        ImportJobResult,
        | "benchmarks"
        | "tables"
        | "storedBenchmarks"
        | "problemCount"
        | "planCount"
        | "skipped"
        | "vectors"
        | "judgements"
      >
    >;
  return {
    ...result,
    runs: result.runs.map((run) => ({ ...unknownOfRun, ...run })),
    problemCount: result.problemCount ?? result.problems.length,
    planCount: result.planCount ?? result.plan.length,
    benchmarks: result.benchmarks ?? [],
    tables: result.tables ?? [],
    storedBenchmarks: result.storedBenchmarks ?? [],
    skipped: result.skipped ?? [],
    vectors: result.vectors ?? noCounts,
    judgements: result.judgements ?? noCounts,
  };
}
