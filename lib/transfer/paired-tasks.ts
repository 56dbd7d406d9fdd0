import { benchmarkKey } from "#lib/benchmarks/benchmark-key.ts";
import type { EvidenceFilter, PairedOutcome, PairedTask } from "./schema.ts";

export const PAIRED_TASK_SORTS = ["benchmark", "task", "outcome", "effect", "noise"] as const;
type PairedTaskSort = (typeof PAIRED_TASK_SORTS)[number];

export type PairedTaskFilter = {
  outcome?: PairedOutcome | null;
  evidence?: EvidenceFilter | null;
  benchmark?: string | null;
  /** Only tasks that the candidate knows under one of these ids. */
  candidateTaskIds?: ReadonlySet<string> | null;
  /** Part of the task's name, in any case. */
  q?: string;
  sort?: PairedTaskSort;
  dir?: "asc" | "desc";
  /** 1-based. */
  page?: number;
  /** Default: all. */
  pageSize?: number;
};

const outcomeOrder: Record<PairedOutcome, number> = { lost: 0, gained: 1, kept: 2, never: 3 };

/** One page of the paired tasks of a comparison; `total` counts them before paging. Default order: lost first. */
export function selectPairedTasks(
  tasks: readonly PairedTask[],
  filter: PairedTaskFilter,
): { rows: PairedTask[]; total: number } {
  const q = filter.q?.trim().toLowerCase() ?? "";
  const wanted = filter.benchmark ? benchmarkKey(filter.benchmark) : null;
  const kept = tasks.filter(
    (task) =>
      (!filter.outcome || task.outcome === filter.outcome) &&
      (!filter.evidence || isOf(filter.evidence, task)) &&
      (!filter.candidateTaskIds || filter.candidateTaskIds.has(task.candidateTaskId)) &&
      (wanted === null || benchmarkKey(task.benchmark) === wanted) &&
      (q === "" || task.taskName.toLowerCase().includes(q)),
  );
  const sign = filter.dir === "desc" ? -1 : 1;
  const sort = filter.sort ?? "outcome";
  kept.sort((a, b) => sign * compareBy(sort, a, b) || byName(a, b));
  const size = filter.pageSize ?? kept.length;
  const start = size * (Math.max(1, filter.page ?? 1) - 1);
  return { rows: kept.slice(start, start + size), total: kept.length };
}

function isOf(filter: EvidenceFilter, { evidence, errored }: PairedTask): boolean {
  return filter === "errored" ? errored : evidence === filter;
}

function compareBy(sort: PairedTaskSort, a: PairedTask, b: PairedTask): number {
  if (sort === "benchmark") return a.benchmark.localeCompare(b.benchmark, "en");
  if (sort === "task") return a.taskName.localeCompare(b.taskName, "en");
  if (sort === "effect") return a.effect - b.effect;
  if (sort === "noise") return (a.noiseP ?? 2) - (b.noiseP ?? 2);
  return outcomeOrder[a.outcome] - outcomeOrder[b.outcome] || (a.noiseP ?? 2) - (b.noiseP ?? 2);
}

/** Benchmark, name, id: the tie-break that makes paging stable. */
function byName(a: PairedTask, b: PairedTask): number {
  return (
    a.benchmark.localeCompare(b.benchmark, "en") ||
    a.taskName.localeCompare(b.taskName, "en") ||
    a.taskId.localeCompare(b.taskId)
  );
}
