import { ReportList } from "./report-list.ts";
import type {
  Action,
  Counts,
  FileReport,
  ImportResult,
  Noun,
  NounCounts,
  Problem,
  ReportFiles,
  Skipped,
} from "./schema.ts";

function emptyCounts(): Counts {
  return { created: 0, updated: 0, unchanged: 0, rejected: 0 };
}

function emptyNounCounts(): NounCounts {
  return {
    memories: emptyCounts(),
    vectors: emptyCounts(),
    trials: emptyCounts(),
    trajectories: emptyCounts(),
    retrievals: emptyCounts(),
    judgements: emptyCounts(),
  };
}

/** What is known of one file while an import runs; its counts come into being with the first of them. */
type Entry = { index: number; format: string; counts: NounCounts | null; problems: number };

/** Collects counts by file and in all, problems, and what was left out by design. */
export class Tally {
  readonly total = emptyNounCounts();
  readonly #problems: ReportList<Problem>;
  readonly #plan: ReportList<FileReport>;
  readonly #files = new Map<string, Entry>();
  readonly #skipped = new Map<string, Skipped>();
  #fileCount = 0;

  /** @param folder where lists too long to be held are written; null = they are held */
  constructor(folder: string | null = null) {
    this.#problems = new ReportList(folder, "problems");
    this.#plan = new ReportList(folder, "plan");
  }

  file(path: string, format: string | null): void {
    this.#fileCount += 1;
    if (format !== null) this.#files.set(path, { index: this.#fileCount, format, counts: null, problems: 0 });
  }

  skip(path: string, what: string, reason: string | null): void {
    this.#files.delete(path);
    const held = this.#skipped.get(what);
    if (held) held.files += 1;
    else this.#skipped.set(what, { what, files: 1, reason, example: path });
  }

  count(path: string, noun: Noun, action: Action, n = 1): void {
    this.total[noun][action] += n;
    const entry = this.#files.get(path);
    if (!entry) return;
    entry.counts ??= emptyNounCounts();
    entry.counts[noun][action] += n;
  }

  problem(found: Problem, rejects: Noun | null = null): void {
    if (rejects) this.count(found.path, rejects, "rejected");
    const entry = this.#files.get(found.path);
    if (entry) entry.problems += 1;
    this.#problems.push(found);
  }

  /** What was planned to be written and then was refused by the database. */
  refuse(found: Problem, noun: Noun, planned: Action): void {
    this.count(found.path, noun, planned, -1);
    this.problem(found, noun);
  }

  /** Ends the tally. */
  result(
    dryRun: boolean,
    found: Partial<Pick<ImportResult, "runs" | "benchmarks" | "tables" | "storedBenchmarks">> = {},
  ): ImportResult & { lists: ReportFiles } {
    const placeOf = ({ path }: Problem) => this.#files.get(path)?.index ?? 0;
    const problems = this.#problems.finish(
      (a, b) => placeOf(a) - placeOf(b) || (a.line ?? 0) - (b.line ?? 0),
    );
    for (const [path, { format, counts, problems: found }] of this.#files)
      this.#plan.push({ path, format, counts: counts ?? emptyNounCounts(), problems: found });
    const plan = this.#plan.finish(() => 0);
    return {
      dryRun,
      files: this.#fileCount,
      ...this.total,
      runs: found.runs ?? [],
      benchmarks: found.benchmarks ?? [],
      tables: found.tables ?? [],
      storedBenchmarks: found.storedBenchmarks ?? [],
      problems: problems.first,
      problemCount: problems.count,
      plan: plan.first,
      planCount: plan.count,
      skipped: [...this.#skipped.values()].sort(
        (a, b) => Number(a.reason === null) - Number(b.reason === null) || b.files - a.files,
      ),
      lists: { problems: problems.file, plan: plan.file },
    };
  }
}
