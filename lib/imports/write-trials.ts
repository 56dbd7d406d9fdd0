import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { type TrialDecision, taskKeyOf } from "./decide-trials.ts";
import { rereadRetrieval } from "./reread.ts";
import { writeTrajectories } from "./write-trajectories.ts";

/** Writes what was decided about a chunk of one run's trials. Call inside a transaction that has written the run. @returns those that changed */
export async function writeTrials(
  tx: Db,
  runId: string,
  decisions: readonly TrialDecision[],
): Promise<Written[]> {
  const changed = decisions.filter(({ action, trajectory, retrieval }) =>
    [action, trajectory, retrieval].some((change) => change === "created" || change === "updated"),
  );
  if (changed.length === 0) return [];
  const taskIds = await ensureTasks(tx, changed);
  const trialIds = await createTrials(
    tx,
    runId,
    changed.filter((decision) => decision.action === "created"),
    taskIds,
  );
  const written: Written[] = [];
  for (const decision of changed) {
    const { stored, action } = decision;
    if (stored && action === "updated")
      await tx.trial.update({ where: { id: stored.id }, data: columnsOf(decision) });
    const trialId =
      stored?.id ?? trialIds.get(`${taskIds.get(taskKeyOf(decision.trial))}:${decision.attempt}`);
    if (trialId === undefined) throw new Error(`The trial of ${decision.trial.sourcePath} was not written.`);
    written.push({ trialId, decision });
  }
  await writeTrajectories(tx, written);
  await writeRetrievals(tx, written);
  return written;
}

/** Creates tasks not seen before and fills in statements not known before. @returns ids by task key */
async function ensureTasks(tx: Db, decisions: readonly TrialDecision[]): Promise<Map<string, string>> {
  const byKey = new Map(decisions.map(({ trial }) => [taskKeyOf(trial), trial]));
  for (const { trial } of decisions) if (trial.statement) byKey.set(taskKeyOf(trial), trial);
  const names = [...new Set([...byKey.values()].map((trial) => trial.benchmark))];
  await tx.benchmark.createMany({ data: names.map((name) => ({ name })), skipDuplicates: true });
  const data = [...byKey.values()].map(({ benchmark, taskName, checksum, statement }) => ({
    benchmarkName: benchmark,
    name: taskName,
    checksum,
    statement,
  }));
  await tx.task.createMany({ data, skipDuplicates: true });
  const rows = await tx.task.findMany({
    where: { benchmarkName: { in: names }, name: { in: data.map((task) => task.name) } },
    select: { id: true, benchmarkName: true, name: true, checksum: true, statement: true },
  });
  const ids = new Map<string, string>();
  for (const row of rows) {
    const key = taskKeyOf({ benchmark: row.benchmarkName, taskName: row.name, checksum: row.checksum });
    ids.set(key, row.id);
    const statement = byKey.get(key)?.statement;
    if (row.statement === null && statement)
      await tx.task.update({ where: { id: row.id }, data: { statement } });
  }
  return ids;
}

async function createTrials(
  tx: Db,
  runId: string,
  created: readonly TrialDecision[],
  taskIds: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const data = created.map((decision) => ({
    ...columnsOf(decision),
    runId,
    taskId: taskIds.get(taskKeyOf(decision.trial)) ?? "",
    attempt: decision.attempt,
  }));
  if (data.length === 0) return new Map();
  const rows = await tx.trial.createManyAndReturn({
    data,
    select: { id: true, taskId: true, attempt: true },
  });
  return new Map(rows.map((row) => [`${row.taskId}:${row.attempt}`, row.id]));
}

function columnsOf({ trial, contentHash }: TrialDecision) {
  const {
    outcome,
    reward,
    error,
    judgement,
    costUsd,
    inputTokens,
    outputTokens,
    durationMs,
    startedAt,
    sourcePath,
    identity,
    details,
  } = trial;
  return {
    outcome,
    reward,
    error,
    judgement,
    costUsd,
    inputTokens,
    outputTokens,
    durationMs,
    startedAt: startedAt === null ? null : new Date(startedAt),
    sourcePath,
    identity,
    contentHash,
    details: details ?? Prisma.DbNull,
  };
}

export type Written = { trialId: string; decision: TrialDecision };

async function writeRetrievals(tx: Db, written: readonly Written[]): Promise<void> {
  const changed = written.filter(
    ({ decision: { retrieval } }) => retrieval === "created" || retrieval === "updated",
  );
  const data: Prisma.RetrievalCreateManyInput[] = [];
  for (const { trialId, decision } of changed) {
    if (decision.trial.retrieval === null) continue;
    const { items } = await rereadRetrieval(decision.trial.retrieval);
    data.push(...items.map((item) => ({ ...item, trialId, shown: item.shown as Prisma.InputJsonObject })));
  }
  if (data.length === 0) return;
  await tx.retrieval.deleteMany({ where: { trialId: { in: changed.map(({ trialId }) => trialId) } } });
  await tx.retrieval.createMany({ data });
}
