import type { Db, RootDb } from "#lib/db/client.ts";
import type { Prisma, Run } from "#lib/db/generated/client.ts";
import { canonicalJson } from "#lib/shared/hash.ts";
import type { AssembledRun, AssembledTrial } from "./assembled.ts";
import type { Tally } from "./counts.ts";
import { decideTrials, type TrialDecision, taskKeyOf } from "./decide-trials.ts";
import type { RunReport } from "./schema.ts";
import { listStoredTrials } from "./stored-trials.ts";
import { writeTrials } from "./write-trials.ts";

/** Trials decided and written together; a trajectory weighs far more than a memory. */
const TRIAL_CHUNK = 50;

export type PlannedRun = { run: AssembledRun; report: RunReport };

/** Counts what an import would do with a run and its trials. Reads only. */
export async function planRun(db: Db, run: AssembledRun, tally: Tally): Promise<PlannedRun> {
  const stored = await db.run.findUnique({ where: { importKey: run.importKey } });
  let changed = stored !== null && isChanged(stored, run);
  for (const chunk of chunksByTask(run.trials)) {
    const rows = stored ? await listStoredTrials(db, stored.id, chunk) : [];
    for (const decision of decideTrials(chunk, rows)) {
      if (hasWork(decision)) changed = true;
      countTrial(decision, tally);
    }
  }
  const action = stored === null ? "created" : changed ? "updated" : "unchanged";
  return { run, report: reportOf(run, stored?.id ?? null, action) };
}

/**
 * Writes a run and its trials: the run with the first chunk, then chunk by chunk, each one transaction.
 * @param done called after each chunk with how many trials it held
 * @returns id of the run
 */
export async function applyRun(
  db: RootDb,
  run: AssembledRun,
  hooks: { actor: string; signal?: AbortSignal | undefined },
  done: (count: number) => void,
): Promise<string> {
  let id = "";
  for (const [index, chunk] of chunksByTask(run.trials).entries()) {
    hooks.signal?.throwIfAborted();
    await db.$transaction(async (tx) => {
      if (index === 0) id = await writeRun(tx, run, hooks.actor);
      await writeTrials(tx, id, decideTrials(chunk, await listStoredTrials(tx, id, chunk)));
    });
    done(chunk.length);
  }
  return id;
}

async function writeRun(tx: Db, run: AssembledRun, actor: string): Promise<string> {
  const stored = await tx.run.findUnique({ where: { importKey: run.importKey } });
  if (stored && !isChanged(stored, run)) return stored.id;
  const data = columnsOf(run);
  const { id } = stored
    ? await tx.run.update({ where: { id: stored.id }, data, select: { id: true } })
    : await tx.run.create({ data: { importKey: run.importKey, ...data }, select: { id: true } });
  const detail = { name: run.name, trials: run.trials.length, source: run.source };
  await tx.auditEvent.create({
    data: { actor, action: stored ? "run.reimport" : "run.import", subjectId: id, detail },
  });
  return id;
}

function columnsOf(run: AssembledRun) {
  const { name, arm, memoryType, scope, model, agent, source, config, startedAt } = run;
  const started = startedAt === null ? null : new Date(startedAt);
  return {
    name,
    arm,
    memoryType,
    scope,
    model,
    agent,
    source,
    config: config as Prisma.InputJsonObject,
    startedAt: started,
  };
}

/** A name and a start are what the first import saw: a part of the folder imported again does not change them. */
function isChanged(stored: Run, run: AssembledRun): boolean {
  const said = ({ arm, memoryType, scope, model, agent, config }: Run | AssembledRun) =>
    canonicalJson([arm, memoryType, scope, model, agent, config ?? {}]);
  return said(stored) !== said(run);
}

/** Chunks in which all attempts of a task stand together: attempts are numbered over all of them. */
function chunksByTask(trials: readonly AssembledTrial[]): AssembledTrial[][] {
  const chunks: AssembledTrial[][] = [[]];
  for (const attempts of Map.groupBy(trials, taskKeyOf).values()) {
    const last = chunks.at(-1) ?? [];
    if (last.length > 0 && last.length + attempts.length > TRIAL_CHUNK) chunks.push([...attempts]);
    else last.push(...attempts);
  }
  return chunks.filter((chunk) => chunk.length > 0);
}

function hasWork({ action, trajectory, retrieval }: TrialDecision): boolean {
  return [action, trajectory, retrieval].some((change) => change === "created" || change === "updated");
}

function countTrial({ trial, action, trajectory, retrieval }: TrialDecision, tally: Tally): void {
  tally.count(trial.path, "trials", action);
  if (trial.trajectory && trajectory) tally.count(trial.trajectory.file.path, "trajectories", trajectory);
  if (trial.retrieval && retrieval) {
    tally.count(trial.retrieval.file.path, "retrievals", retrieval, trial.retrieval.count);
  }
}

function reportOf(run: AssembledRun, id: string | null, action: RunReport["action"]): RunReport {
  const outcomes = { passed: 0, failed: 0, errored: 0, missing: 0 };
  for (const trial of run.trials) outcomes[trial.outcome] += 1;
  const { passed, failed, errored, missing } = outcomes;
  const { name, source, arm, model, agent } = run;
  return {
    id,
    name,
    source,
    action,
    arm,
    model,
    agent,
    trials: run.trials.length,
    passed,
    failed,
    errored,
    missing,
  };
}
