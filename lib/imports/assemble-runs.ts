import { basename, dirname } from "node:path/posix";
import { benchmarkKey } from "#lib/benchmarks/benchmark-key.ts";
import { defaultMlgymRule, type MlgymRule, mlgymRuleText } from "#lib/runs/mlgym-rule.ts";
import { hashJson } from "#lib/shared/hash.ts";
import { assembleHarbor } from "./assemble-harbor.ts";
import { assembleLoose } from "./assemble-loose.ts";
import { assembleResults } from "./assemble-results.ts";
import { assembleTerminalBench } from "./assemble-terminal-bench.ts";
import type { AssembledRun, AssembledTrial, PlacedTrial } from "./assembled.ts";
import { judgeMlgym } from "./judge-mlgym.ts";
import { type Copies, removeDuplicateTrials } from "./remove-duplicate-trials.ts";
import { compareNaturally, repeatStem } from "./repeat-stem.ts";
import type { RunFacts } from "./run-facts.ts";
import type { Problem } from "./schema.ts";
import { identitiesOf } from "./trial-identity.ts";

export type GroupOptions = {
  /** Puts all trials into one run of this name. */
  run?: string | null;
  arm?: "zero_shot" | "memory" | null;
  benchmark?: string | null;
  /** What score of MLGym passes; by default one that is better than the baseline. */
  mlgymRule?: MlgymRule;
  /** Whether two names stand for one benchmark; by default when they differ in spelling only. */
  sameBenchmark?: (a: string, b: string) => boolean;
};

/**
 * Puts trials together from their files and groups them into runs. Folders that lie side by side are attempts of one
 * run when agent, model, set-up and arm agree and their names differ by a repeat marker only.
 */
export function assembleRuns(
  facts: RunFacts,
  options: GroupOptions,
): { runs: AssembledRun[]; copies: Copies[]; problems: Problem[] } {
  const benchmark = options.benchmark ?? null;
  const harbor = assembleHarbor(facts, benchmark);
  const loose = assembleLoose(facts, harbor.used, benchmark);
  const found = [
    ...harbor.trials,
    ...assembleTerminalBench(facts),
    ...assembleResults(facts),
    ...loose.trials,
  ];
  const identities = identitiesOf(found);
  const { trials, copies } = removeDuplicateTrials(found, identities);
  const rule = options.mlgymRule ?? defaultMlgymRule;
  const { judged, problems } = judgeMlgym(trials, facts.scores, rule);
  for (const trial of judged) trial.config = { ...trial.config, mlgymRule: mlgymRuleText(rule) };
  const withMemory = new Set(trials.filter((trial) => trial.retrieval).map((trial) => trial.runFolder));
  const groups = Map.groupBy(trials, (trial) => keyOf(trial, options, withMemory.has(trial.runFolder)));
  const runs = [...groups].map(([importKey, members]) => runOf(importKey, members, identities, options));
  runs.sort((a, b) => compareNaturally(a.name, b.name));
  return { runs, copies, problems: [...harbor.problems, ...loose.problems, ...problems] };
}

function keyOf(trial: PlacedTrial, options: GroupOptions, hasMemory: boolean): string {
  if (options.run) return `named:${options.run}`;
  const { format, agent, model, setup } = trial;
  const stem = repeatStem(basename(trial.runFolder), format === "terminal-bench-1");
  return `${format}:${hashJson([basename(dirname(trial.runFolder)), stem, agent, model, setup, hasMemory])}`;
}

function runOf(
  importKey: string,
  members: PlacedTrial[],
  identities: ReadonlyMap<PlacedTrial, string>,
  options: GroupOptions,
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
  const memory = options.arm ? options.arm === "memory" : members.some((trial) => trial.retrieval !== null);
  const types = new Set(members.flatMap((trial) => trial.retrieval?.types ?? []));
  return {
    importKey,
    name: options.run ?? nameOf(members),
    arm: memory ? "memory" : "zero_shot",
    memoryType: memory && types.size === 1 ? ([...types][0] ?? null) : null,
    scope: memory ? scopeOf(members, options.sameBenchmark ?? sameSpelling) : null,
    model: shared((trial) => trial.model),
    agent: shared((trial) => trial.agent),
    source: shared((trial) => trial.format) ?? "several formats",
    config: configOf(ordered),
    startedAt: earliest(members.map((trial) => trial.runStartedAt ?? trial.startedAt)),
    trials: ordered.map((trial) => assembledOf(trial, identities.get(trial) ?? "")),
  };
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
