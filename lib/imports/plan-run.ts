import type { Db } from "#lib/db/client.ts";
import type { Run } from "#lib/db/generated/client.ts";
import { emptyOutcomes } from "#lib/runs/schema.ts";
import { canonicalJson } from "#lib/shared/hash.ts";
import type { AssembledRun, AssembledTrial } from "./assembled.ts";
import { chunksByTask } from "./chunks-by-task.ts";
import type { Tally } from "./counts.ts";
import { decideTrials, type TrialDecision, taskKeyOf } from "./decide-trials.ts";
import { type Elsewhere, findStoredRun, type StoredRun } from "./find-stored-run.ts";
import { ruleProblems } from "./rule-problems.ts";
import { type Decided, withDecided } from "./run-choices.ts";
import type { Problem, RunReport } from "./schema.ts";
import { listStoredTrials } from "./stored-trials.ts";

/** What is planned for each trial; told again where the database refuses one. */
type PlannedTrials = Map<AssembledTrial, Pick<TrialDecision, "action" | "trajectory" | "retrieval">>;
export type PlannedRun = { run: AssembledRun; report: RunReport; trials: PlannedTrials };

/**
 * Counts what an import would do with a run and its trials. Reads only.
 * @returns null where all of its trials are in other runs
 */
export async function planRun(db: Db, assembled: AssembledRun, tally: Tally): Promise<PlannedRun | null> {
  const found = await findStoredRun(db, assembled);
  const { stored } = found;
  for (const problem of problemsOf(assembled, found)) tally.problem(problem);
  if (stored) for (const problem of await ruleProblems(db, stored, assembled)) tally.problem(problem);
  for (const { trial } of found.elsewhere) tally.count(trial.path, "trials", "unchanged");
  const run = asStored(ownTrialsOf(assembled, found), stored);
  if (run.trials.length === 0) return null;
  const trials: PlannedTrials = new Map();
  for (const chunk of chunksByTask(run.trials)) {
    const rows = stored ? await listStoredTrials(db, stored.id, chunk) : [];
    for (const decision of decideTrials(chunk, rows)) {
      const { action, trajectory, retrieval } = decision;
      trials.set(decision.trial, { action, trajectory, retrieval });
      countTrial(decision, tally);
    }
  }
  const changed =
    (stored !== null && (isChanged(stored, run) || endsImport(stored, run))) ||
    [...trials.values()].some(hasWork);
  const action = stored === null ? "created" : changed ? "updated" : "unchanged";
  return { run, report: reportOf(run, stored?.id ?? null, action), trials };
}

/** The run under the key it is stored by, without the trials that others hold. */
function ownTrialsOf(run: AssembledRun, { stored, elsewhere }: StoredRun): AssembledRun {
  const others = new Set(elsewhere.map(({ trial }) => trial));
  return {
    ...run,
    importKey: stored?.importKey ?? run.importKey,
    trials: others.size === 0 ? run.trials : run.trials.filter((trial) => !others.has(trial)),
  };
}

/** What a person decided of a stored run stands until somebody decides otherwise, and so does its name. */
function asStored(run: AssembledRun, stored: Run | null): AssembledRun {
  if (stored === null) return run;
  const decided = { ...(stored.decided as Decided | null), ...run.decided };
  return { ...withDecided({ ...run, name: stored.name }, decided), decided };
}

function problemsOf(run: AssembledRun, { stored, movedFrom, elsewhere }: StoredRun): Problem[] {
  const at = (path: string, reason: string) => ({ path, line: null, field: null, reason });
  const first = run.trials[0]?.path ?? "";
  const moved =
    stored === null || movedFrom === null
      ? []
      : [
          at(
            first,
            `These are the trials of the run "${stored.name}", already imported from ${movedFrom}: none was imported twice.`,
          ),
        ];
  const whole = stored !== null && run.grouping === "runs" && stored.importKey === run.group;
  const joined = whole
    ? [
        at(
          first,
          `These folders are stored as one run "${stored.name}", and stay so. Delete that run to import them as a run each.`,
        ),
      ]
    : [];
  const byRun = Map.groupBy(elsewhere, ({ runName }) => runName);
  return [
    ...moved,
    ...joined,
    ...[...byRun].map(([name, trials]) => at(trials[0]?.trial.path ?? "", elsewhereText(name, trials))),
  ];
}

function elsewhereText(name: string, trials: readonly Elsewhere[]): string {
  const many = trials.length === 1 ? "This trial is" : `${trials.length} trials are`;
  return `${many} already in the run "${name}", imported from ${trials[0]?.sourcePath}: left unchanged.`;
}

/** A name that nobody decided and a start are what the first import saw: a part of the folder imported again does not change them. */
export function isChanged(stored: Run, run: AssembledRun): boolean {
  const said = ({ name, arm, memoryType, scope, model, agent, config, decided }: Run | AssembledRun) =>
    canonicalJson([name, arm, memoryType, scope, model, agent, config ?? {}, decided ?? {}]);
  return said(stored) !== said(run);
}

/** Does this import bring all that one that was cut off would have brought? A part of the folder does not. */
export function endsImport({ unfinishedTrials }: Pick<Run, "unfinishedTrials">, run: AssembledRun): boolean {
  return unfinishedTrials !== null && run.trials.length >= unfinishedTrials;
}

function hasWork(planned: Pick<TrialDecision, "action" | "trajectory" | "retrieval">): boolean {
  return Object.values(planned).some((change) => change === "created" || change === "updated");
}

function countTrial({ trial, action, trajectory, retrieval }: TrialDecision, tally: Tally): void {
  tally.count(trial.path, "trials", action);
  if (trial.trajectory && trajectory) tally.count(trial.trajectory.file.path, "trajectories", trajectory);
  if (trial.retrieval && retrieval)
    tally.count(trial.retrieval.file.path, "retrievals", retrieval, trial.retrieval.count);
}

function reportOf(run: AssembledRun, id: string | null, action: RunReport["action"]): RunReport {
  const outcomes = emptyOutcomes();
  for (const trial of run.trials) outcomes[trial.outcome] += 1;
  const { name, source, arm, memoryType, scope, model, agent, group, grouping, folders } = run;
  const perTask = new Map<string, number>();
  for (const trial of run.trials) perTask.set(taskKeyOf(trial), (perTask.get(taskKeyOf(trial)) ?? 0) + 1);
  return {
    id,
    key: run.choiceKey,
    group,
    grouping,
    folders,
    tasks: perTask.size,
    attempts: Math.max(0, ...perTask.values()),
    benchmarks: [...new Set(run.trials.map((trial) => trial.benchmark))].sort(),
    name,
    source,
    action,
    arm,
    memoryType,
    scope,
    model,
    agent,
    trials: run.trials.length,
    ...outcomes,
  };
}
