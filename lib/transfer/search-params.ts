import {
  createLoader,
  createSerializer,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { PAIRED_TASK_SORTS } from "./paired-tasks.ts";
import { EVIDENCE_FILTERS, PAIRED_OUTCOMES } from "./schema.ts";
import { BENCHMARK_SORTS } from "./sort-benchmarks.ts";

export const pairedTaskPageSize = 50;
export const attributionPageSize = 50;
/** Rows of two trajectories drawn at first: enough for nearly all of them. */
export const comparedRows = 400;

export const COMPARE_TABS = [
  "benchmarks",
  "tasks",
  "memories",
  "triage",
  "pass",
  "effort",
  "noise",
  "unmatched",
] as const;
export type CompareTab = (typeof COMPARE_TABS)[number];

/** Columns that the memories of a comparison can be sorted by. */
export const MEMORY_SORTS = ["effect", "q", "lost", "alone", "gained", "tasks"] as const;
export type MemorySort = (typeof MEMORY_SORTS)[number];

/** Which paired tasks are listed, and in which order: part of every address that lists them or goes through them. */
const listParams = {
  outcome: parseAsStringLiteral(PAIRED_OUTCOMES),
  evidence: parseAsStringLiteral(EVIDENCE_FILTERS),
  benchmark: parseAsString,
  /** Only tasks at which the candidate was shown this memory. */
  memory: parseAsString,
  q: parseAsString.withDefault(""),
  sort: parseAsStringLiteral(PAIRED_TASK_SORTS).withDefault("outcome"),
  dir: parseAsStringLiteral(["asc", "desc"] as const).withDefault("asc"),
};

/** URL state of /compare: the two runs, how they are compared, and what of it is looked at. */
export const compareParams = {
  base: parseAsString,
  cand: parseAsString,
  k: parseAsInteger.withDefault(3),
  /** Leave errored attempts out. */
  errored: parseAsBoolean.withDefault(false),
  tab: parseAsStringLiteral(COMPARE_TABS).withDefault("benchmarks"),
  ...listParams,
  page: parseAsInteger.withDefault(1),
  /** Order of the tables beside that of the tasks; null: as they come. */
  bsort: parseAsStringLiteral(BENCHMARK_SORTS),
  bdir: parseAsStringLiteral(["asc", "desc"] as const).withDefault("asc"),
  msort: parseAsStringLiteral(MEMORY_SORTS),
  mdir: parseAsStringLiteral(["asc", "desc"] as const).withDefault("asc"),
};
export const loadCompareParams = createLoader(compareParams);
export const compareHref = createSerializer(compareParams);
export type CompareParams = Awaited<ReturnType<typeof loadCompareParams>>;

/** Where a comparison lists its tasks, narrowed by nothing but what is given. */
export function tasksHref(params: CompareParams, list: Partial<TaskList>): string {
  const any = { outcome: null, evidence: null, benchmark: null, memory: null, q: "" };
  return compareHref("/compare", { ...params, tab: "tasks", page: 1, ...any, ...list });
}

/**
 * URL state of /compare/task: one task of both runs, which attempt of each is open (1-based index), and the list through
 * which previous and next go.
 */
const compareTaskParams = {
  base: parseAsString,
  cand: parseAsString,
  /** The baseline's task id. */
  task: parseAsString,
  k: parseAsInteger.withDefault(3),
  errored: parseAsBoolean.withDefault(false),
  /** Attempt numbers; without them the pair that explains most is opened. */
  a: parseAsInteger,
  b: parseAsInteger,
  ...listParams,
  /** Rows of steps drawn. */
  steps: parseAsInteger.withDefault(comparedRows),
};
export const loadCompareTaskParams = createLoader(compareTaskParams);
export const compareTaskHref = createSerializer(compareTaskParams);

/** The list of tasks in an address, to be carried into another one. */
export function listOf({ outcome, evidence, benchmark, memory, q, sort, dir }: TaskList): TaskList {
  return { outcome, evidence, benchmark, memory, q, sort, dir };
}
export type TaskList = Pick<CompareParams, keyof typeof listParams>;

/** k from a URL: at least 1, at most what any run could hold. */
export function clampK(k: number): number {
  return Number.isInteger(k) ? Math.min(100, Math.max(1, k)) : 3;
}

/** The k worth asking for where a run has at most so many attempts (unknown: infinite), the chosen one among them. */
export function offeredKs(attempts: number, chosen: number): number[] {
  const most = Number.isFinite(attempts) ? Math.max(1, attempts) : 10;
  const ks = [1, 2, 3, 5, 10, most, chosen].filter((k) => k >= 1 && k <= most);
  return [...new Set(ks)].sort((a, b) => a - b);
}
