import type {
  Action,
  Counts,
  FileReport,
  ImportResult,
  Noun,
  NounCounts,
  Problem,
  RunReport,
} from "./schema.ts";

export function noCounts(): Counts {
  return { created: 0, updated: 0, unchanged: 0, rejected: 0 };
}

export function noNounCounts(): NounCounts {
  return { memories: noCounts(), trials: noCounts(), trajectories: noCounts(), retrievals: noCounts() };
}

/** Files and problems kept word for word; beyond, only counts grow: a report must stay readable. */
export const MAX_LISTED = 2000;

/** Collects counts by file and in all. */
export class Tally {
  readonly total = noNounCounts();
  readonly problems: Problem[] = [];
  readonly #files = new Map<string, FileReport>();
  #unlisted = 0;

  file(path: string, format: string | null): void {
    this.#files.set(path, { path, format, counts: noNounCounts(), problems: 0 });
  }

  count(path: string, noun: Noun, action: Action, n = 1): void {
    this.total[noun][action] += n;
    const report = this.#files.get(path);
    if (report) report.counts[noun][action] += n;
  }

  problem(found: Problem, rejects: Noun | null = null): void {
    if (rejects) this.count(found.path, rejects, "rejected");
    const report = this.#files.get(found.path);
    if (report) report.problems += 1;
    if (this.problems.length < MAX_LISTED) this.problems.push(found);
    else this.#unlisted += 1;
  }

  result(dryRun: boolean, runs: RunReport[]): ImportResult {
    const files = [...this.#files.values()];
    const order = new Map([...this.#files.keys()].map((path, index) => [path, index]));
    const placeOf = ({ path }: Problem) => order.get(path) ?? -1;
    this.problems.sort((a, b) => placeOf(a) - placeOf(b) || (a.line ?? 0) - (b.line ?? 0));
    const more = {
      path: "",
      line: null,
      field: null,
      reason: `${this.#unlisted} more problems are not listed.`,
    };
    return {
      dryRun,
      files: files.length,
      ...this.total,
      runs,
      problems: this.#unlisted > 0 ? [...this.problems, more] : this.problems,
      plan: files.slice(0, MAX_LISTED),
    };
  }
}
