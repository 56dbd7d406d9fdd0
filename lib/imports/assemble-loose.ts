import { basename, dirname } from "node:path/posix";
import { sourceOf } from "./assemble-harbor.ts";
import type { PlacedTrial } from "./assembled.ts";
import { UNSPECIFIED } from "./formats/format.ts";
import type { Outcome } from "./records.ts";
import type { RunFacts, TrajectoryFact } from "./run-facts.ts";
import type { Problem } from "./schema.ts";

/** Scores of different metrics differ in direction, so a number alone is no verdict. */
const NO_RULE = "The source gives a score and no rule for what passes.";

type Verdict = RunFacts["verdicts"][number];

/** Folders that say what kind of file lies in them, not which run it is of. */
const KIND_FOLDERS =
  /^(?:trajs?|trajectories|logs?|outputs?|results?|reports?|sb-cli-reports|run_evaluation|preds?)$/i;

/**
 * Trajectories that lie outside of trial folders, and verdicts on them: both name the instance, and a verdict
 * belongs to the trajectory of that instance that lies nearest. A verdict without a trajectory is a trial as well.
 */
export function assembleLoose(facts: RunFacts, used: ReadonlySet<TrajectoryFact>, benchmark: string | null) {
  const problems: Problem[] = [];
  const trials = facts.trajectories.filter((fact) => !used.has(fact)).map((fact) => trialOf(fact, benchmark));
  const byTask = Map.groupBy(trials, (trial) => trial.taskName);
  const alone: PlacedTrial[] = [];
  const judged = new Set<PlacedTrial>();
  const settle = (verdict: Verdict, folder: string, like: PlacedTrial | undefined) => {
    const nearest = nearestTo(verdict.file.place, byTask.get(verdict.taskName) ?? []);
    const joins = nearest.filter((trial) => like === undefined || trial.runFolder === like.runFolder);
    if (joins.length > 1) {
      const reason = `${joins.length} trajectories of ${verdict.taskName} are equally near, so the verdict was matched to none of them.`;
      problems.push({ path: verdict.path, line: null, field: verdict.taskName, reason });
    } else if (joins[0] === undefined) alone.push(verdictTrial(verdict, folder, like, benchmark));
    else if (!judged.has(joins[0])) {
      judged.add(joins[0]);
      judge(joins[0], verdict);
    }
  };
  for (const verdict of facts.verdicts.filter(({ level }) => level === "instance")) {
    settle(verdict, runFolderOf(verdict.file.place, verdict.taskName), undefined);
  }
  const reports = Map.groupBy(
    facts.verdicts.filter(({ level }) => level === "report"),
    ({ file }) => file.place,
  );
  for (const [place, verdicts] of reports) {
    const home = runOfReport(place, verdicts, byTask);
    for (const verdict of verdicts) settle(verdict, home?.runFolder ?? place.replace(/\.json$/, ""), home);
  }
  return { trials: [...trials, ...alone], problems };
}

/** The run a report over many instances is about: the one whose folder is the report's, if there is just one. */
function runOfReport(
  place: string,
  verdicts: readonly Verdict[],
  byTask: ReadonlyMap<string, PlacedTrial[]>,
): PlacedTrial | undefined {
  const folder = runFolderOf(place, "");
  const near = verdicts
    .flatMap((verdict) => byTask.get(verdict.taskName) ?? [])
    .filter((trial) => trial.runFolder === folder);
  const runs = new Set(near.map((trial) => `${trial.agent}\n${trial.model}`));
  return runs.size === 1 ? near[0] : undefined;
}

function nearestTo(place: string, trials: readonly PlacedTrial[]): PlacedTrial[] {
  const shared = (other: string) => {
    const [a, b] = [place.split("/"), other.split("/")];
    const end = a.findIndex((part, index) => part !== b[index]);
    return end === -1 ? a.length : end;
  };
  const depths = trials.map((trial) => shared(trial.trajectory?.file.place ?? ""));
  const deepest = Math.max(...depths, 2);
  // Anything nearer than the run's own folder: two runs under one import don't lend each other verdicts.
  return trials.filter(
    (trial, index) => depths[index] === deepest && deepest >= trial.runFolder.split("/").length,
  );
}

function judge(trial: PlacedTrial, verdict: Pick<Verdict, "outcome" | "error" | "details">): void {
  trial.outcome = verdict.outcome;
  trial.reward = verdict.outcome === "passed" ? 1 : verdict.outcome === "failed" ? 0 : null;
  trial.error = verdict.error ?? trial.trajectory?.error ?? null;
  if (verdict.details) trial.details = { ...trial.details, ...verdict.details };
}

/** The folder of the run a file belongs to: without the instance's own folder and those that name a kind of file. */
function runFolderOf(place: string, taskName: string): string {
  let folder = dirname(place);
  while (folder !== dirname(folder) && (basename(folder) === taskName || KIND_FOLDERS.test(basename(folder))))
    folder = dirname(folder);
  return folder;
}

function trialOf(fact: TrajectoryFact, benchmark: string | null): PlacedTrial {
  const trial = unjudged(fact, benchmark);
  if (fact.verdict) judge(trial, fact.verdict);
  return trial;
}

function unjudged(fact: TrajectoryFact, benchmark: string | null): PlacedTrial {
  const taskName = fact.taskName ?? basename(dirname(fact.file.place));
  const runFolder = runFolderOf(fact.file.place, taskName);
  const inside = fact.file.place.slice(runFolder.length + 1);
  return {
    ...blank(taskName, benchmark ?? fact.benchmark),
    path: fact.path,
    sourcePath: `${sourceOf(runFolder)}/${inside}${fact.line === null ? "" : `#${taskName}`}`,
    statement: fact.statement,
    outcome: fact.error === null ? "missing" : "errored",
    reward: fact.reward ?? null,
    error: fact.error ?? (fact.reward == null ? "No verdict lies beside the trajectory." : NO_RULE),
    costUsd: fact.costUsd,
    inputTokens: fact.inputTokens,
    outputTokens: fact.outputTokens,
    startedAt: fact.startedAt,
    trajectory: fact,
    details: fact.details,
    runFolder,
    format: familyOf(fact.format),
    agent: fact.agent,
    model: fact.model,
  };
}

/** The format without its version: a run may hold trajectories of several. */
function familyOf(format: string): string {
  return format.startsWith("ATIF") ? "atif" : format.startsWith("mini-swe-agent") ? "mini-swe-agent" : format;
}

function verdictTrial(
  verdict: Verdict,
  folder: string,
  like: PlacedTrial | undefined,
  benchmark: string | null,
): PlacedTrial {
  const trial: PlacedTrial = {
    ...blank(verdict.taskName, benchmark),
    path: verdict.path,
    sourcePath: `${sourceOf(folder)}/${basename(verdict.file.place)}#${verdict.taskName}`,
    runFolder: folder,
    format: like?.format ?? "swe-bench",
    agent: like?.agent ?? null,
    model: like?.model ?? null,
  };
  judge(trial, verdict);
  return trial;
}

function blank(taskName: string, benchmark: string | null) {
  // owner__repository-number is how SWE-bench names an instance.
  const named = /^[\w.-]+__[\w.-]+-\d+$/.test(taskName) ? "swe-bench" : UNSPECIFIED;
  return {
    benchmark: benchmark ?? named,
    taskName,
    checksum: "",
    statement: null,
    outcome: "missing" as Outcome,
    reward: null,
    error: null,
    judgement: null,
    costUsd: null,
    inputTokens: null,
    outputTokens: null,
    startedAt: null,
    durationMs: null,
    trajectory: null,
    retrieval: null,
    sourceId: null,
    setup: {},
    config: {},
    runStartedAt: null,
  };
}
