import { queueAttribution } from "#lib/attribution/queue-attribution.ts";
import type { BenchmarkNames } from "#lib/benchmarks/benchmark-names.ts";
import type { RootDb } from "#lib/db/client.ts";
import { enqueueJob } from "#lib/jobs/enqueue-job.ts";
import type { AssembledTrial } from "./assembled.ts";
import type { Tally } from "./counts.ts";
import type { MemoryDecision } from "./decide-memories.ts";
import { applyMemories, countVectors, type MemoryPlanner } from "./import-memories.ts";
import type { Decisions, ImportHooks } from "./import-paths.ts";
import { applyRun } from "./import-runs.ts";
import { linkRetrievals } from "./link-retrievals.ts";
import { linkSourceTrials } from "./link-source-trials.ts";
import type { Originals } from "./originals/originals.ts";
import type { PlannedRun } from "./plan-run.ts";
import type { JudgeAuditRecord, MemoryRecord } from "./records.ts";
import { rowFaultReason } from "./row-fault.ts";
import { writeJudgeAudits } from "./write-judge-audits.ts";

export type ImportPlan = {
  planner: MemoryPlanner;
  planned: PlannedRun[];
  names: BenchmarkNames;
  audits: JudgeAuditRecord[];
  originals: Originals | null;
};

/**
 * Writes what was planned: memories, then run after run, then the links between them. What the database refuses is a
 * problem of its row and ends nothing.
 */
export async function applyImport(
  db: RootDb,
  { planner, planned, names, audits, originals }: ImportPlan,
  options: Decisions,
  hooks: ImportHooks,
  tally: Tally,
): Promise<void> {
  const { signal } = hooks;
  const actor = hooks.actor.name;
  const advance = progressOf(hooks, tally);
  const memoryHooks = {
    actor,
    signal,
    benchmark: options.benchmark ?? null,
    names,
    tables: options.tables,
    refuse: (record: MemoryRecord, planned: MemoryDecision | null, error: unknown) =>
      refuseMemory(record, planned, error, tally),
  };
  await applyMemories(db, planner.changed, memoryHooks, advance("Writing memories"));
  await writeJudgeAudits(db, audits, tally);
  for (const plan of planned) {
    if (plan.report.action === "unchanged") continue;
    const refuse = (trial: AssembledTrial, error: unknown) => refuseTrial(plan, trial, error, tally);
    const done = advance(`Writing run ${plan.run.name}`);
    const request = hooks.request ?? null;
    plan.report.id =
      (await applyRun(db, plan.run, {
        actor,
        signal,
        request,
        originals,
        done,
        refuse,
      })) || null;
  }
  const { memories, retrievals } = tally.total;
  const hasNewMemories = memories.created + memories.updated > 0;
  if (hasNewMemories || retrievals.created + retrievals.updated > 0) await linkRetrievals(db, signal);
  await linkSourceTrials(db, signal);
  if (hasNewMemories) await enqueueJob(db, { kind: "embed", input: { refresh: true }, actor: hooks.actor });
  const written = planned.flatMap(({ report }) => (report.action === "unchanged" ? [] : (report.id ?? [])));
  if (hasNewMemories || written.length > 0) await queueAttribution(db, written, hooks.actor);
}

function refuseMemory(
  { path, line, embeddings }: MemoryRecord,
  planned: MemoryDecision | null,
  error: unknown,
  tally: Tally,
): void {
  const found = { path, line, field: null, reason: rowFaultReason(error) };
  tally.refuse(found, "memories", planned?.action ?? "unchanged");
  if (planned) countVectors(tally, planned, -1);
  tally.count(path, "vectors", "rejected", embeddings.length);
}

function refuseTrial(
  { trials, report }: PlannedRun,
  trial: AssembledTrial,
  error: unknown,
  tally: Tally,
): void {
  const planned = trials.get(trial);
  const line = trial.trajectory?.path === trial.path ? trial.trajectory.line : null;
  const at = { path: trial.path, line, field: null };
  tally.refuse({ ...at, reason: rowFaultReason(error) }, "trials", planned?.action ?? "created");
  if (trial.trajectory && planned?.trajectory)
    tally.count(trial.trajectory.file.path, "trajectories", planned.trajectory, -1);
  if (trial.retrieval && planned?.retrieval)
    tally.count(trial.retrieval.file.path, "retrievals", planned.retrieval, -trial.retrieval.count);
  report.trials -= 1;
  report[trial.outcome] -= 1;
}

/** Writing is the second part of the work, behind reading. */
function progressOf({ progress }: ImportHooks, { total }: Tally) {
  const all = [total.memories, total.trials].flatMap((counts) => [
    counts.created,
    counts.updated,
    counts.unchanged,
  ]);
  const sum = all.reduce((rest, count) => rest + count, 0) || 1;
  let done = 0;
  return (stage: string) => (count: number) => {
    done += count;
    progress?.(0.4 + 0.6 * Math.min(1, done / sum), stage);
  };
}
