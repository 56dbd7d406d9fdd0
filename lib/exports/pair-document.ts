import type { MemoryEvidence } from "#lib/attribution/evidence/schema.ts";
import type { TrialDetail } from "#lib/runs/schema.ts";
import type { PairedTaskDetail } from "#lib/transfer/schema.ts";
import {
  describeStep,
  describeTrial,
  partLimit,
  type StepDocument,
  shorten,
  sumCuts,
} from "./trial-document.ts";

/** Rows of steps in one document; later ones are left out and counted. */
const MOST_ROWS = 2000;

type Evidence = { base: readonly MemoryEvidence[]; candidate: readonly MemoryEvidence[] };

export type AlignedRow = { same: boolean; baseline: StepDocument | null; candidate: StepDocument | null };

/** One trial as a document: statement, memories with their use, steps. */
export function trialDocument(trial: TrialDetail, evidence: readonly MemoryEvidence[]) {
  const all = trial.trajectory?.steps ?? [];
  const limit = partLimit([all]);
  const steps = all
    .slice(0, MOST_ROWS)
    .map((step, i) => describeStep(trial.id, step, i + 1, limit, evidence));
  return {
    kind: "carryover-trial/1" as const,
    statement: shorten(trial.statement ?? "") || null,
    trial: describeTrial(trial, evidence),
    steps: trial.trajectory ? steps : null,
    leftOut: { ...sumCuts(steps), steps: all.length - steps.length },
  };
}

/** Both open trials of a paired task as a document: statement, outcome, memories with their use, steps aligned. */
export function pairDocument(pair: PairedTaskDetail, evidence: Evidence) {
  const { task, open, alignment } = pair;
  const limit = partLimit([open.base.trajectory?.steps ?? [], open.candidate.trajectory?.steps ?? []]);
  const stepOf = (trial: TrialDetail, index: number | null, its: readonly MemoryEvidence[]) => {
    const step = index === null ? undefined : trial.trajectory?.steps[index];
    return step && index !== null ? describeStep(trial.id, step, index + 1, limit, its) : null;
  };
  const rows = (alignment?.rows ?? []).slice(0, MOST_ROWS).map(
    (row): AlignedRow => ({
      same: row.same,
      baseline: stepOf(open.base, row.base, evidence.base),
      candidate: stepOf(open.candidate, row.candidate, evidence.candidate),
    }),
  );
  const { benchmark, taskName: name, checksum } = task;
  return {
    kind: "carryover-pair/1" as const,
    task: {
      benchmark,
      name,
      checksum: checksum || null,
      statement: shorten(open.base.statement ?? "") || null,
    },
    outcome: task.outcome,
    evidence: task.evidence,
    errored: task.errored,
    chance: { p: task.noiseP, q: task.noiseQ },
    passed: {
      baseline: { passed: task.base.passed, of: task.base.scored },
      candidate: { passed: task.candidate.passed, of: task.candidate.scored },
    },
    baseline: describeTrial(open.base, evidence.base),
    candidate: describeTrial(open.candidate, evidence.candidate),
    /** 1-based; null where they never diverge or a side has no trajectory. */
    firstDivergence:
      alignment === null || alignment.firstDivergence === null ? null : alignment.firstDivergence + 1,
    rows: alignment ? rows : null,
    leftOut: {
      ...sumCuts(rows.flatMap(({ baseline, candidate }) => [baseline ?? [], candidate ?? []].flat())),
      rows: (alignment?.rows.length ?? 0) - rows.length,
    },
  };
}

export type PairDocument = ReturnType<typeof pairDocument>;
export type SingleDocument = ReturnType<typeof trialDocument>;
