import { basename, dirname } from "node:path/posix";
import { benchmarkKey } from "#lib/benchmarks/benchmark-key.ts";
import { hashJson } from "#lib/shared/hash.ts";
import type { AssembledRun, AssembledTrial, PlacedTrial } from "./assembled.ts";
import { compareNaturally, repeatStem } from "./repeat-stem.ts";
import { decidedOf, type Grouping, type RunChoices, withDecided } from "./run-choices.ts";

export type GroupOptions = {
  /** Puts all trials into one run of this name. */
  run?: string | null;
  arm?: "zero_shot" | "memory" | null;
  /** How folders that look like repeats are taken; by default as they are stored, else as one run. */
  grouping?: Grouping | null;
  /** What a person decided, by the keys of runs and of proposed groups; goes before the options above. */
  choices?: RunChoices;
  /** Keys of proposed groups whose folders are stored as a run each. */
  storedApart?: ReadonlySet<string>;
  /** Whether two names stand for one benchmark; by default when they differ in spelling only. */
  sameBenchmark?: (a: string, b: string) => boolean;
};

/** Trials that are proposed as one run. */
export type ProposedGroup = { key: string; members: PlacedTrial[]; folders: string[] };

/**
 * Puts trials together that look like one run: those of one folder, and of folders side by side when agent, model,
 * set-up and arm agree and their names differ by a repeat marker only. The key holds where the folders lie, so that
 * runs of equal names in two places stay two; a run that was moved is known by its trials (find-stored-run.ts).
 */
export function proposeGroups(trials: readonly PlacedTrial[], named: string | null): ProposedGroup[] {
  const withMemory = new Set(trials.filter((trial) => trial.retrieval).map((trial) => trial.runFolder));
  const keys = new Map<string, string>();
  const groups = Map.groupBy(trials, (trial) => {
    if (named) return `named:${named}`;
    const { format, agent, model, setup, runFolder } = trial;
    const stem = repeatStem(basename(runFolder), format === "terminal-bench-1");
    const said = JSON.stringify([format, runFolder, agent, model, setup]);
    const key =
      keys.get(said) ??
      `${format}:${hashJson([dirname(runFolder), stem, agent, model, setup, withMemory.has(runFolder)])}`;
    keys.set(said, key);
    return key;
  });
  return [...groups].map(([key, members]) => ({
    key,
    members,
    folders: [...new Set(members.map((trial) => trial.runFolder))].sort(compareNaturally),
  }));
}

/** The runs of proposed groups as a person, or what is stored, decides them; in the order of their names. */
export function groupRuns(
  groups: readonly ProposedGroup[],
  identities: ReadonlyMap<PlacedTrial, string>,
  options: GroupOptions,
): AssembledRun[] {
  const runs = groups.flatMap((group) => {
    const isGroup = group.folders.length > 1 && !group.key.startsWith("named:");
    const grouping = isGroup ? groupingOf(group.key, options) : null;
    if (grouping !== "runs")
      return [runOf(group.key, group.members, identities, { ...options, group: group.key, grouping })];
    return [...Map.groupBy(group.members, (trial) => trial.runFolder)].map(([folder, members]) => {
      const key = `${group.key}/${hashJson(folder).slice(0, 16)}`;
      return runOf(key, members, identities, { ...options, group: group.key, grouping });
    });
  });
  return runs.sort((a, b) => compareNaturally(a.name, b.name));
}

function groupingOf(key: string, { grouping, choices, storedApart }: GroupOptions): Grouping {
  return choices?.[key]?.grouping ?? grouping ?? (storedApart?.has(key) ? "runs" : "repeats");
}

type RunOptions = GroupOptions & Pick<AssembledRun, "group" | "grouping">;

function runOf(
  importKey: string,
  members: PlacedTrial[],
  identities: ReadonlyMap<PlacedTrial, string>,
  options: RunOptions,
): AssembledRun {
  const ordered = members.toSorted(
    (a, b) =>
      compareNaturally(a.runFolder, b.runFolder) ||
      compareNaturally(a.startedAt ?? "", b.startedAt ?? "") ||
      compareNaturally(a.sourcePath, b.sourcePath),
  );
  const shared = <T>(value: (trial: PlacedTrial) => T): T | null => {
    const values = new Set(members.map(value));
    return values.size === 1 ? ([...values][0] ?? null) : null;
  };
  const memory = members.some((trial) => trial.retrieval !== null || trial.setup["skills"] === "with");
  const types = new Set(members.flatMap((trial) => trial.retrieval?.types ?? []));
  const decided = { ...(options.arm ? { arm: options.arm } : {}), ...ownChoice(importKey, options) };
  const run = {
    importKey,
    choiceKey: importKey,
    group: options.group,
    grouping: options.grouping,
    folders: new Set(members.map((trial) => trial.runFolder)).size,
    decided,
    name: options.run ?? nameOf(members),
    arm: memory ? ("memory" as const) : ("zero_shot" as const),
    memoryType: types.size === 1 ? ([...types][0] ?? null) : null,
    scope: scopeOf(members, options.sameBenchmark ?? sameSpelling),
    model: shared((trial) => trial.model),
    agent: shared((trial) => trial.agent),
    source: shared((trial) => trial.format) ?? "several formats",
    config: configOf(ordered),
    startedAt: earliest(members.map((trial) => trial.runStartedAt ?? trial.startedAt)),
    trials: ordered.map((trial) => assembledOf(trial, identities.get(trial) ?? "")),
  };
  return withDecided(run, decided);
}

function ownChoice(importKey: string, { choices }: GroupOptions) {
  const choice = choices?.[importKey];
  return choice ? decidedOf(choice) : {};
}

/** That of the first trial, and the rule of whichever were judged by one. */
function configOf(trials: readonly PlacedTrial[]): Record<string, unknown> {
  const rule = trials.find(({ config }) => "mlgymRule" in config)?.config["mlgymRule"];
  return { ...trials[0]?.config, ...(rule === undefined ? {} : { mlgymRule: rule }) };
}

function nameOf(members: readonly PlacedTrial[]): string {
  const folders = [...new Set(members.map((trial) => trial.runFolder))].sort(compareNaturally);
  const first = folders[0] ?? "";
  const stem = repeatStem(basename(first), members[0]?.format === "terminal-bench-1");
  if (stem === "")
    return folders.length === 1 ? `${basename(dirname(first))}/${basename(first)}` : basename(dirname(first));
  return folders.length === 1 ? basename(first) : stem;
}

const sameSpelling = (a: string, b: string) => benchmarkKey(a) === benchmarkKey(b);

function scopeOf(
  members: readonly PlacedTrial[],
  same: (a: string, b: string) => boolean,
): AssembledRun["scope"] {
  const pairs = members.flatMap((trial) =>
    (trial.retrieval?.benchmarks ?? []).map((from) => same(from, trial.benchmark)),
  );
  if (pairs.length === 0) return null;
  return pairs.every(Boolean) ? "in_domain" : "cross_domain";
}

function earliest(times: readonly (string | null)[]): string | null {
  return times.filter((time) => time !== null).sort()[0] ?? null;
}

function assembledOf(trial: PlacedTrial, identity: string): AssembledTrial {
  const {
    runFolder: _folder,
    sourceId: _id,
    format: _format,
    agent: _agent,
    model: _model,
    setup: _setup,
    config: _config,
    runStartedAt: _started,
    ...assembled
  } = trial;
  return { ...assembled, identity };
}
