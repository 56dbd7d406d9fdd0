import { listSameBenchmarks } from "#lib/benchmarks/benchmarks-sql.ts";
import type { Db } from "#lib/db/client.ts";
import { containing } from "#lib/db/containing.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { isUuid } from "./queries.ts";
import type { Outcome, RetrievalRow, TrialDetail, TrialRow } from "./schema.ts";
import { readShownTexts } from "./shown-texts.ts";
import { readAllSteps } from "./stored-steps.ts";
import { describeShown } from "./trajectory-steps.ts";
import { readTrialDetails } from "./trial-details.ts";

const trialFields = {
  id: true,
  runId: true,
  taskId: true,
  attempt: true,
  outcome: true,
  error: true,
  costUsd: true,
  durationMs: true,
  run: { select: { name: true } },
  task: { select: { name: true, benchmarkName: true } },
  trajectory: { select: { stepCount: true } },
  _count: { select: { retrievals: true } },
} satisfies Prisma.TrialSelect;
type TrialRecord = Prisma.TrialGetPayload<{ select: typeof trialFields }>;

export type ListTrialsParams = {
  runId?: string | null;
  taskId?: string | null;
  benchmark?: string | null;
  outcome?: Outcome | null;
  /** Part of the task's name, in any case. */
  q?: string;
  page?: number;
  pageSize?: number;
};

/** Trials by benchmark, task, run and attempt. */
export async function listTrials(
  db: Db,
  params: ListTrialsParams,
): Promise<{ rows: TrialRow[]; total: number }> {
  for (const id of [params.runId, params.taskId]) if (id && !isUuid(id)) return { rows: [], total: 0 };
  const where: Prisma.TrialWhereInput = {
    ...(params.runId ? { runId: params.runId } : {}),
    ...(params.taskId ? { taskId: params.taskId } : {}),
    ...(params.outcome ? { outcome: params.outcome } : {}),
    task: {
      ...(params.benchmark
        ? { benchmarkName: { in: await listSameBenchmarks(db, [params.benchmark]) } }
        : {}),
      ...(params.q ? { name: containing(params.q) } : {}),
    },
  };
  const pageSize = params.pageSize ?? 50;
  const total = await db.trial.count({ where });
  const trials = await db.trial.findMany({
    where,
    select: trialFields,
    orderBy: [
      { task: { benchmarkName: "asc" } },
      { task: { name: "asc" } },
      { runId: "asc" },
      { attempt: "asc" },
      { id: "asc" },
    ],
    skip: pageSize * (Math.max(1, params.page ?? 1) - 1),
    take: pageSize,
  });
  return { rows: trials.map(toTrialRow), total };
}

/** Names of the benchmarks that any trial belongs to, sorted. */
export async function listTrialBenchmarks(db: Db): Promise<string[]> {
  const benchmarks = await db.benchmark.findMany({
    where: { tasks: { some: { trials: { some: {} } } } },
    select: { name: true },
    orderBy: { name: "asc" },
  });
  return benchmarks.map((benchmark) => benchmark.name);
}

/** One trial with its trajectory and what it was shown, or null. */
export async function getTrial(db: Db, id: string): Promise<TrialDetail | null> {
  if (!isUuid(id)) return null;
  const trial = await db.trial.findUnique({
    where: { id },
    select: {
      ...trialFields,
      reward: true,
      judgement: true,
      details: true,
      inputTokens: true,
      outputTokens: true,
      startedAt: true,
      sourcePath: true,
      originals: {
        select: { kind: true, name: true, file: { select: { size: true } } },
        orderBy: { kind: "asc" },
      },
      task: { select: { name: true, benchmarkName: true, statement: true } },
      trajectory: { select: { format: true, stepCount: true, steps: true } },
      retrievals: { select: retrievalFields, orderBy: { rank: "asc" } },
    },
  });
  if (!trial) return null;
  const { trajectory, retrievals } = trial;
  return {
    ...toTrialRow(trial),
    reward: trial.reward,
    judgement: trial.judgement,
    details: readTrialDetails(trial.details),
    inputTokens: trial.inputTokens,
    outputTokens: trial.outputTokens,
    startedAt: trial.startedAt?.toISOString() ?? null,
    sourcePath: trial.sourcePath,
    originals: trial.originals.map(({ kind, name, file }) => ({ kind, name, size: file.size })),
    statement: trial.task.statement,
    trajectory: trajectory && {
      format: trajectory.format,
      stepCount: trajectory.stepCount,
      steps: await readAllSteps(db, id, trajectory.steps),
    },
    retrieved: await withTexts(db, retrievals),
  };
}

const retrievalFields = {
  id: true,
  rank: true,
  similarity: true,
  query: true,
  memoryId: true,
  memoryVersion: true,
  shown: true,
  memory: {
    select: {
      title: true,
      type: true,
      benchmarkName: true,
      lifecycle: true,
      validUntil: true,
      version: true,
      content: true,
    },
  },
} satisfies Prisma.RetrievalSelect;
type RetrievalRecord = Prisma.RetrievalGetPayload<{ select: typeof retrievalFields }>;

async function withTexts(db: Db, rows: readonly RetrievalRecord[]): Promise<RetrievalRow[]> {
  const texts = await readShownTexts(db, rows);
  return rows.map((row) => toRetrievalRow(row, texts.get(row.id) ?? null));
}

function toRetrievalRow(row: RetrievalRecord, text: string | null): RetrievalRow {
  const shown = describeShown(row.shown);
  return {
    id: row.id,
    rank: row.rank,
    similarity: row.similarity,
    query: row.query,
    memoryId: row.memoryId,
    memoryVersion: row.memoryVersion,
    title: row.memory?.title ?? shown.title,
    shown: shown.text ?? text ?? shown.raw,
    type: row.memory?.type ?? null,
    benchmark: row.memory?.benchmarkName ?? shown.benchmark,
    lifecycle: row.memory?.lifecycle ?? null,
    validUntil: row.memory?.validUntil?.toISOString() ?? null,
    currentVersion: row.memory?.version ?? null,
  };
}

function toTrialRow(trial: TrialRecord): TrialRow {
  return {
    id: trial.id,
    runId: trial.runId,
    runName: trial.run.name,
    taskId: trial.taskId,
    benchmark: trial.task.benchmarkName,
    taskName: trial.task.name,
    attempt: trial.attempt,
    outcome: trial.outcome,
    error: trial.error,
    stepCount: trial.trajectory?.stepCount ?? null,
    retrievals: trial._count.retrievals,
    costUsd: trial.costUsd,
    durationMs: trial.durationMs,
  };
}
