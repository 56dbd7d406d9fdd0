import { sourceOf } from "./assemble-harbor.ts";
import type { PlacedTrial } from "./assembled.ts";
import { UNSPECIFIED } from "./formats/format.ts";
import type { TrialRecord } from "./records.ts";
import type { RunFacts } from "./run-facts.ts";

/** Formats whose results say all there is of a trial: nothing beside them is joined. */
const FORMATS = new Set(["aider", "livecodebench", "table"]);

/** Trials of Aider and LiveCodeBench. One that crashed names neither model nor set-up: it has those of its folder. */
export function assembleResults(facts: RunFacts): PlacedTrial[] {
  const placed = facts.trials.filter(({ format }) => FORMATS.has(format)).map(place);
  for (const members of Map.groupBy(placed, ({ runFolder }) => runFolder).values()) shareSetup(members);
  return placed;
}

function place(trial: TrialRecord): PlacedTrial {
  const { kind: _kind, line: _line, folder: _folder, label, setup = {}, ...said } = trial;
  return {
    ...said,
    sourcePath: `${sourceOf(trial.runFolder)}/${label}`,
    benchmark: trial.benchmark ?? UNSPECIFIED,
    outcome: trial.outcome ?? "missing",
    judgement: null,
    trajectory: null,
    retrieval: null,
    setup,
    config: setup,
    runStartedAt: null,
  };
}

function shareSetup(members: readonly PlacedTrial[]): void {
  const told = members.filter(({ model }) => model !== null);
  const setups = new Map(told.map((trial) => [JSON.stringify([trial.model, trial.setup]), trial]));
  const [only] = setups.size === 1 ? setups.values() : [];
  if (only === undefined) return;
  for (const trial of members) {
    if (trial.model !== null) continue;
    const { model, setup, config, benchmark } = only;
    Object.assign(trial, { model, setup, config, benchmark });
  }
}
