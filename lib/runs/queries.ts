import { listSameBenchmarks } from "#lib/benchmarks/benchmarks-sql.ts";
import type { Db } from "#lib/db/client.ts";
import { containing } from "#lib/db/containing.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { outcomesOfBins, passAtOfBins } from "./pass-at.ts";
import { readSetup } from "./run-setup.ts";
import { listTries } from "./runs-sql.ts";
import type { Outcome, RunArm, RunBenchmarkRow, RunDetail, RunRow, RunTaskRow } from "./schema.ts";
import type { RunSort } from "./search-params.ts";
import { solvedWithin } from "./solved-within.ts";
import { listTaskBins, type RunTaskBin } from "./task-bins.ts";

const runFields = {
  id: true,
  name: true,
  arm: true,
  memoryType: true,
  scope: true,
  model: true,
  agent: true,
  synthetic: true,
  unfinishedTrials: true,
  createdAt: true,
} satisfies Prisma.RunSelect;
type RunRecord = Prisma.RunGetPayload<{ select: typeof runFields }>;

export type ListRunsParams = {
  /** Part of the name, model or agent, in any case. */
  q?: string;
  arm?: RunArm | null;
  sort?: RunSort;
  dir?: "asc" | "desc";
  /** 1-based. */
  page?: number;
  /** Default: all. */
  pageSize?: number;
};

/** Runs with their counts, pass@1 and pass@3; `total` counts the rows before paging. */
export async function listRuns(
  db: Db,
  params: ListRunsParams = {},
): Promise<{ rows: RunRow[]; total: number }> {
  const contains = containing(params.q?.trim() ?? "");
  const runs = await db.run.findMany({
    select: runFields,
    where: {
      ...(params.arm ? { arm: params.arm } : {}),
      ...(contains.contains ? { OR: [{ name: contains }, { model: contains }, { agent: contains }] } : {}),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  const bins = await listTaskBins(
    db,
    runs.map((run) => run.id),
  );
  const byRun = Map.groupBy(bins, (bin) => bin.runId);
  const rows = sortRuns(
    runs.map((run) => toRunRow(run, byRun.get(run.id) ?? [])),
    params.sort ?? "created",
    params.dir ?? "desc",
  );
  const size = params.pageSize ?? rows.length;
  const start = size * (Math.max(1, params.page ?? 1) - 1);
  return { rows: rows.slice(start, start + size), total: rows.length };
}

/** Names of all runs, newest first: what a picker offers. */
export async function listRunNames(db: Db): Promise<{ id: string; name: string; arm: RunArm }[]> {
  return db.run.findMany({
    select: { id: true, name: true, arm: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
}

function ruleOf(config: unknown): string | null {
  const rule =
    config !== null && typeof config === "object" && "mlgymRule" in config ? config.mlgymRule : null;
  return typeof rule === "string" ? rule : null;
}

/** One run with its benchmarks, or null. */
export async function getRun(db: Db, id: string): Promise<RunDetail | null> {
  if (!isUuid(id)) return null;
  const run = await db.run.findUnique({
    where: { id },
    select: {
      ...runFields,
      source: true,
      importRequest: true,
      config: true,
      setup: true,
      startedAt: true,
    },
  });
  if (!run) return null;
  const bins = await listTaskBins(db, [id]);
  const { _max } = await db.trial.aggregate({ where: { runId: id }, _max: { attempt: true } });
  return {
    ...toRunRow(run, bins),
    canImportAgain: run.importRequest !== null,
    source: run.source,
    config: run.config,
    setup: readSetup(run.config, run.setup),
    statedSetup: readSetup(null, run.setup),
    solvedWithin: solvedWithin(await listTries(db, id)),
    mlgymRule: ruleOf(run.config),
    startedAt: run.startedAt?.toISOString() ?? null,
    byBenchmark: [...Map.groupBy(bins, (bin) => bin.benchmark)].map(([benchmark, its]) =>
      benchmarkRow(benchmark, its),
    ),
    maxAttempt: _max.attempt ?? 0,
  };
}

/** A run by its id, or else by its exact name (the newest of that name): what a person types. */
export async function findRunId(db: Db, idOrName: string): Promise<string | null> {
  const run = await db.run.findFirst({
    where: isUuid(idOrName) ? { OR: [{ id: idOrName }, { name: idOrName }] } : { name: idOrName },
    select: { id: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return run?.id ?? null;
}

export type ListRunTasksParams = {
  benchmark?: string | null;
  /** Tasks with at least one attempt of this outcome. */
  outcome?: Outcome | null;
  q?: string;
  page?: number;
  pageSize?: number;
};

/** Tasks of a run with the outcome of every attempt, by benchmark and name. */
export async function listRunTasks(
  db: Db,
  runId: string,
  params: ListRunTasksParams = {},
): Promise<{ rows: RunTaskRow[]; total: number }> {
  if (!isUuid(runId)) return { rows: [], total: 0 };
  const where: Prisma.TaskWhereInput = {
    trials: { some: { runId, ...(params.outcome ? { outcome: params.outcome } : {}) } },
    ...(params.benchmark ? { benchmarkName: { in: await listSameBenchmarks(db, [params.benchmark]) } } : {}),
    ...(params.q ? { name: containing(params.q) } : {}),
  };
  const pageSize = params.pageSize ?? 50;
  const total = await db.task.count({ where });
  const tasks = await db.task.findMany({
    where,
    select: {
      id: true,
      name: true,
      benchmarkName: true,
      trials: {
        where: { runId },
        select: { id: true, attempt: true, outcome: true },
        orderBy: { attempt: "asc" },
      },
    },
    orderBy: [{ benchmarkName: "asc" }, { name: "asc" }, { id: "asc" }],
    skip: pageSize * (Math.max(1, params.page ?? 1) - 1),
    take: pageSize,
  });
  const rows = tasks.map((task) => ({
    taskId: task.id,
    benchmark: task.benchmarkName,
    taskName: task.name,
    attempts: task.trials.map(({ id, attempt, outcome }) => ({ trialId: id, attempt, outcome })),
  }));
  return { rows, total };
}

/** Whether a text from a URL can be an id at all: Postgres refuses to compare anything else with one. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

function toRunRow(record: RunRecord, bins: readonly RunTaskBin[]): RunRow {
  const { unfinishedTrials, ...run } = record;
  const outcomes = outcomesOfBins(bins);
  const passAt = [passAtOfBins(bins, 1), passAtOfBins(bins, 3)];
  return {
    ...run,
    incomplete: unfinishedTrials !== null,
    createdAt: run.createdAt.toISOString(),
    benchmarks: [...new Set(bins.map((bin) => bin.benchmark))].sort(),
    tasks: bins.reduce((sum, bin) => sum + bin.tasks, 0),
    trials: outcomes.passed + outcomes.failed + outcomes.errored + outcomes.missing,
    outcomes,
    passAt1: passAt[0]?.value ?? null,
    passAt3: passAt[1]?.value ?? null,
    passAt,
  };
}

function benchmarkRow(benchmark: string, bins: readonly RunTaskBin[]): RunBenchmarkRow {
  const outcomes = outcomesOfBins(bins);
  return {
    benchmark,
    tasks: bins.reduce((sum, bin) => sum + bin.tasks, 0),
    trials: outcomes.passed + outcomes.failed + outcomes.errored + outcomes.missing,
    outcomes,
    passAt: [passAtOfBins(bins, 1), passAtOfBins(bins, 3)],
  };
}

/** Sorted by one key; an unknown pass@k comes last in both directions, and ties keep newest first. */
function sortRuns(rows: RunRow[], sort: RunSort, dir: "asc" | "desc"): RunRow[] {
  const sign = dir === "asc" ? 1 : -1;
  return rows.sort((a, b) => {
    if (sort === "name") return sign * a.name.localeCompare(b.name, "en");
    if (sort === "created") return sign * a.createdAt.localeCompare(b.createdAt);
    if (sort === "trials") return sign * (a.trials - b.trials);
    const [left, right] = sort === "pass1" ? [a.passAt1, b.passAt1] : [a.passAt3, b.passAt3];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  });
}
