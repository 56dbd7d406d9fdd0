import type { Noun, Problem } from "./records.ts";

export type Action = "created" | "updated" | "unchanged" | "rejected";
export type Counts = Record<Action, number>;
export type NounCounts = Record<Noun, Counts>;

export function noCounts(): Counts {
  return { created: 0, updated: 0, unchanged: 0, rejected: 0 };
}

export function noNounCounts(): NounCounts {
  return { memories: noCounts(), trials: noCounts(), trajectories: noCounts(), retrievals: noCounts() };
}

/** What became of one file, for the table of the plan. */
export type FileReport = { path: string; format: string | null; counts: NounCounts; problems: number };

/** A run of the import, as the command line and the page list it. id is null while nothing is written. */
export type RunReport = {
  id: string | null;
  name: string;
  action: "created" | "updated" | "unchanged";
  arm: "zero_shot" | "memory";
  model: string | null;
  agent: string | null;
  trials: number;
  passed: number;
  failed: number;
  errored: number;
  missing: number;
};

/** What an import did, or with `dryRun` what it would do. The shape is the CLI's contract; `plan` lists the files. */
export type ImportResult = NounCounts & {
  dryRun: boolean;
  files: number;
  runs: RunReport[];
  problems: Problem[];
  plan: FileReport[];
};

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
