import { defaultMlgymRule, type MlgymRule, mlgymRuleText } from "#lib/runs/mlgym-rule.ts";
import { assembleHarbor } from "./assemble-harbor.ts";
import { assembleLoose } from "./assemble-loose.ts";
import { assembleResults } from "./assemble-results.ts";
import { assembleTerminalBench } from "./assemble-terminal-bench.ts";
import type { AssembledRun, PlacedTrial } from "./assembled.ts";
import { type GroupOptions, groupRuns, proposeGroups } from "./group-runs.ts";
import { judgeMlgym } from "./judge-mlgym.ts";
import { type Copies, removeDuplicateTrials } from "./remove-duplicate-trials.ts";
import type { RunFacts } from "./run-facts.ts";
import type { Problem } from "./schema.ts";
import { identitiesOf } from "./trial-identity.ts";

export type AssembleOptions = GroupOptions & {
  benchmark?: string | null;
  /** What score of MLGym passes; by default one that is better than the baseline. */
  mlgymRule?: MlgymRule;
};

export type PlacedTrials = {
  trials: PlacedTrial[];
  /** Those that are reruns of a plan. */
  reruns: PlacedTrial[];
  identities: ReadonlyMap<PlacedTrial, string>;
  copies: Copies[];
  problems: Problem[];
};

/** Puts trials together from their files. */
export function placeTrials(facts: RunFacts, options: AssembleOptions): PlacedTrials {
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
  const distinct = removeDuplicateTrials(found, identities);
  const { copies } = distinct;
  const trials = distinct.trials.filter(({ rerun }) => !rerun);
  const reruns = distinct.trials.filter(({ rerun }) => rerun);
  const rule = options.mlgymRule ?? defaultMlgymRule;
  const { judged, problems } = judgeMlgym(trials, facts.scores, rule);
  for (const trial of judged) trial.config = { ...trial.config, mlgymRule: mlgymRuleText(rule) };
  return {
    trials,
    reruns,
    identities,
    copies,
    problems: [...harbor.problems, ...loose.problems, ...problems],
  };
}

/** Puts trials together from their files and groups them into runs. */
export function assembleRuns(
  facts: RunFacts,
  options: AssembleOptions,
): { runs: AssembledRun[]; copies: Copies[]; problems: Problem[] } {
  const { trials, identities, copies, problems } = placeTrials(facts, options);
  const groups = proposeGroups(trials, options.run ?? null);
  return { runs: groupRuns(groups, identities, options), copies, problems };
}
