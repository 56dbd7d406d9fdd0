import { basename, dirname } from "node:path/posix";
import { compactDetails, type TestCounts } from "#lib/runs/trial-details.ts";
import type { PlacedTrial } from "./assembled.ts";
import { UNSPECIFIED } from "./formats/format.ts";
import { layoutOf } from "./formats/harbor.ts";
import { joinJudgements } from "./join-judgements.ts";
import type { RunRecord, TrialRecord } from "./records.ts";
import type { RunFacts, TrajectoryFact } from "./run-facts.ts";
import type { Problem } from "./schema.ts";
import { folderWithin } from "./trial-folder.ts";

export type Assembly = { trials: PlacedTrial[]; problems: Problem[]; used: Set<TrajectoryFact> };

/** Folders inside a trial folder that harnesses write to. */
const INNER = new Set(["agent", "verifier"]);

/**
 * Puts a Harbor trial together from its folder: `result.json`, `verifier/reward.*`, `llm_judgement.json`, the
 * trajectory and the agent's log. A folder without `result.json` but with a reward or a trajectory is a trial too.
 */
export function assembleHarbor(facts: RunFacts, benchmark: string | null): Assembly {
  const trials = new Map(
    facts.trials.filter((trial) => trial.format === "harbor").map((trial) => [trial.folder, trial]),
  );
  for (const { file } of [...facts.rewards, ...facts.trajectories, ...facts.retrievals]) {
    const inner = dirname(file.place);
    if (!INNER.has(basename(inner)) || folderWithin(trials, file.place) !== null) continue;
    trials.set(dirname(inner), impliedTrial(dirname(inner), dirname(dirname(file.path)), benchmark));
  }
  const beside = sidecars(facts, trials);
  const judgements = joinJudgements(facts.judgements, trials);
  const runs = new Map(facts.runs.filter((run) => run.format === "harbor").map((run) => [run.folder, run]));
  const placed = [...trials].map(([folder, trial]) => {
    const written = beside.rewards.get(folder);
    const trajectory = beside.trajectories.get(folder) ?? null;
    return place(trial, runs.get(trial.runFolder), {
      reward: trial.reward ?? written?.reward ?? null,
      fault: written?.fault ?? null,
      trajectory,
      judgement: judgements.byFolder.get(folder) ?? null,
      retrieval: beside.retrievals.get(folder) ?? null,
      tests: beside.tests.get(folder) ?? null,
    });
  });
  for (const members of Map.groupBy(placed, (trial) => trial.runFolder).values()) shareSetup(members);
  return { trials: placed, problems: judgements.problems, used: beside.used };
}

/** A trial that broke before its agent was known belongs to the agent and model that the whole job has, if it is one. */
function shareSetup(members: readonly PlacedTrial[]): void {
  const agents = new Set(members.flatMap((trial) => trial.agent ?? []));
  const models = new Set(members.flatMap((trial) => trial.model ?? []));
  for (const trial of members) {
    if (agents.size === 1) trial.agent ??= [...agents][0] ?? null;
    if (models.size === 1) trial.model ??= [...models][0] ?? null;
  }
}

/** `fault`: why the reward beside the trial can't be read. */
type Beside = Pick<PlacedTrial, "reward" | "trajectory" | "judgement" | "retrieval"> & {
  fault: string | null;
  tests: TestCounts | null;
};

function place(
  trial: TrialRecord,
  run: RunRecord | undefined,
  { fault, tests, ...beside }: Beside,
): PlacedTrial {
  const { trajectory, reward } = beside;
  return {
    ...beside,
    ...(trial.rerun ? { rerun: trial.rerun } : {}),
    path: trial.path,
    sourcePath: `${sourceOf(trial.runFolder)}/${trial.label}`,
    benchmark: trial.benchmark ?? run?.benchmark ?? UNSPECIFIED,
    taskName: trial.taskName,
    checksum: trial.checksum,
    statement: trial.statement ?? trajectory?.statement ?? null,
    ...outcomeOf(trial, reward, fault),
    costUsd: trial.costUsd ?? trajectory?.costUsd ?? null,
    inputTokens: trial.inputTokens ?? trajectory?.inputTokens ?? null,
    outputTokens: trial.outputTokens ?? trajectory?.outputTokens ?? null,
    startedAt: trial.startedAt ?? trajectory?.startedAt ?? null,
    durationMs: trial.durationMs,
    details: compactDetails({ ...trial.details, tests }),
    runFolder: trial.runFolder,
    sourceId: trial.sourceId,
    format: "harbor",
    agent: trial.agent ?? trajectory?.agent ?? null,
    model: trial.model ?? trajectory?.model ?? null,
    setup: trial.setup ?? {},
    config: trial.setup ?? {},
    runStartedAt: run?.startedAt ?? null,
  };
}

/** The reward decides; without one an exception makes the trial errored, and nothing makes it missing. Never 0. */
function outcomeOf(
  trial: TrialRecord,
  reward: number | null,
  fault: string | null,
): Pick<PlacedTrial, "outcome" | "error"> {
  if (reward !== null) return { outcome: reward >= 1 ? "passed" : "failed", error: trial.error };
  if (trial.outcome === "errored") return { outcome: "errored", error: trial.error };
  return { outcome: "missing", error: trial.error ?? fault ?? "No reward was written." };
}

/** The last two folders of a run's place: enough to tell runs apart, nothing of this machine. */
export function sourceOf(runFolder: string): string {
  return runFolder.split("/").filter(Boolean).slice(-2).join("/");
}

function sidecars(facts: RunFacts, trials: ReadonlyMap<string, TrialRecord>) {
  const used = new Set<TrajectoryFact>();
  const trajectories = new Map<string, TrajectoryFact>();
  for (const trajectory of facts.trajectories) {
    const folder = folderWithin(trials, trajectory.file.place);
    if (folder === null) continue;
    used.add(trajectory);
    const held = trajectories.get(folder);
    // Of an agent's own log and its ATIF form the latter is taken: it is the same run, fully structured.
    if (!held || (!held.format.startsWith("ATIF") && trajectory.format.startsWith("ATIF")))
      trajectories.set(folder, trajectory);
  }
  const within = <T extends { file: { place: string } }, V>(
    items: readonly T[],
    value: (item: T) => V,
  ): Map<string, V> =>
    new Map(
      items.flatMap((item) => {
        const folder = folderWithin(trials, item.file.place);
        return folder === null ? [] : [[folder, value(item)] as const];
      }),
    );
  return {
    used,
    trajectories,
    rewards: within(facts.rewards, ({ reward, fault }) => ({ reward, fault })),
    tests: within(facts.tests, ({ tests }) => tests),
    retrievals: within(facts.retrievals, (item) => item),
  };
}

/** A trial whose result.json is missing: its folder is named `{task}__{suffix}`. */
function impliedTrial(folder: string, path: string, benchmark: string | null): TrialRecord {
  const layout = layoutOf(folder);
  return {
    kind: "trial",
    path,
    line: null,
    format: "harbor",
    folder,
    runFolder: layout.runFolder,
    sourceId: null,
    label: folder.slice(layout.runFolder.length + 1),
    benchmark: benchmark ?? layout.benchmark,
    taskName: basename(folder).replace(/__[A-Za-z0-9]+$/, ""),
    checksum: "",
    statement: null,
    agent: null,
    model: null,
    outcome: null,
    reward: null,
    error: null,
    costUsd: null,
    inputTokens: null,
    outputTokens: null,
    startedAt: null,
    durationMs: null,
  };
}
