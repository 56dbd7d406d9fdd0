/**
 * The words of this folder: see records.ts. A *plan* is what an import would do (a dry run's result), an *upload* a
 * folder of files that a browser sent, kept in the data directory until it was imported or a day has passed.
 */
import { z } from "zod";
import { maxRuleLength } from "#lib/runs/mlgym-rule.ts";
import { GROUPINGS, type Grouping, runChoice } from "./run-choices.ts";

/** Something that was not imported, or only in part: where, and why. */
export type Problem = { path: string; line: number | null; field: string | null; reason: string };

/** What a result counts; of vectors those that the files bring, not those that are made here. */
export const NOUNS = ["memories", "vectors", "trials", "trajectories", "retrievals", "judgements"] as const;
/** Which count of the result a thing belongs to. */
export type Noun = (typeof NOUNS)[number];

export type Action = "created" | "updated" | "unchanged" | "rejected";
export type Counts = Record<Action, number>;
export type NounCounts = Record<Noun, Counts>;

/** What became of one file, for the table of the plan. */
export type FileReport = { path: string; format: string | null; counts: NounCounts; problems: number };

/** A run of the import, as the command line and the page list it. id is null while nothing is written. */
export type RunReport = {
  id: string | null;
  /** What choices about the run and about its proposed group are given under. */
  key: string;
  group: string;
  /** How folders that look like repeats are taken; null = nothing to decide. */
  grouping: Grouping | null;
  folders: number;
  tasks: number;
  /** Most attempts at one task. */
  attempts: number;
  benchmarks: string[];
  name: string;
  source: string;
  action: "created" | "updated" | "unchanged";
  arm: "zero_shot" | "memory";
  memoryType: "trajectory" | "workflow" | "summary" | "insight" | null;
  scope: "in_domain" | "cross_domain" | null;
  model: string | null;
  agent: string | null;
  trials: number;
  passed: number;
  failed: number;
  errored: number;
  missing: number;
};

/**
 * A benchmark as files call it and as it is stored. new: nothing stored is called so; decided: this import makes it
 * another name; alias: an earlier one did. `similar`: what a new name may stand for, the likeliest first.
 */
export type BenchmarkReport = {
  name: string;
  storedAs: string;
  state: "new" | "decided" | "alias" | "known";
  memories: number;
  trials: number;
  similar: string[];
};

/** A table of the import with some values of each column; the mapping is null where a person is asked for it. */
export type TableReport = {
  path: string;
  /** What a mapping for it is given under. */
  key: string;
  columns: { name: string; samples: string[] }[];
  /** As `parseMapping` reads it. */
  mapping: string[] | null;
  source: "given" | "saved" | null;
  guess: string[] | null;
};

/** Files left out by design, counted by kind; `example` is the first of them. */
export type Skipped = { what: string; files: number; reason: string | null; example: string };

/**
 * What an import did, or with `dryRun` what it would do: what is wrong, what came in and of which files, what was left
 * out. Of long lists `problems` and `plan` hold the first items, the counts tell how many there are.
 */
export type ImportResult = NounCounts & {
  dryRun: boolean;
  files: number;
  runs: RunReport[];
  benchmarks: BenchmarkReport[];
  tables: TableReport[];
  /** Stored benchmarks that a new name may be made another name of. */
  storedBenchmarks: string[];
  problems: Problem[];
  problemCount: number;
  plan: FileReport[];
  planCount: number;
  skipped: Skipped[];
};

/** The lists of a result that may be long. */
export const REPORT_LISTS = ["problems", "plan"] as const;
export type ReportListName = (typeof REPORT_LISTS)[number];
/** Files with all items of the lists, one a line; null where the result holds them all. */
export type ReportFiles = Record<ReportListName, string | null>;

const name = z.string().trim().max(200, "At most 200 characters");

/** What the page and the background job are asked: where from, how, and whether to write. */
export const importRequest = z.object({
  source: z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("path"),
      path: z.string().trim().min(1, "Name a file or folder on this machine.").max(4096),
    }),
    z.object({ kind: z.literal("upload"), uploadId: z.uuid() }),
  ]),
  arm: z.enum(["auto", "zero_shot", "memory"]).default("auto"),
  /** "" = grouped by folder. */
  run: name.default(""),
  /** "" = as the files say. */
  benchmark: name.default(""),
  /** What score of MLGym passes, as in Settings; "" = as it is set there. */
  mlgymRule: z.string().max(maxRuleLength).default(""),
  /** Folders that look like repeats: one run, or a run each; "auto" = as stored, else one run. */
  grouping: z.enum(["auto", ...GROUPINGS]).default("auto"),
  /** What the columns of tables are, by the key of the dry run; kept for the next table of these columns. */
  mappings: z
    .array(
      z.strictObject({ key: z.string().max(100).nullable(), parts: z.array(z.string().max(500)).max(60) }),
    )
    .default([]),
  /** Benchmarks by the new names that files use for them; kept as aliases. */
  benchmarkNames: z.record(name, name).default({}),
  /** What was decided of single runs and groups, by the keys of the dry run. */
  choices: z.record(z.string().max(500), runChoice).default({}),
  dryRun: z.boolean(),
});
export type ImportRequest = z.input<typeof importRequest>;

/** Result of an import job, as the page reads it. */
export type ImportJobResult = ImportResult & { request: z.output<typeof importRequest> };
