import { sourceOf } from "./assemble-harbor.ts";
import type { PlacedTrial } from "./assembled.ts";
import { UNSPECIFIED } from "./formats/format.ts";
import type { RunRecord, TrialRecord } from "./records.ts";
import type { RunFacts } from "./run-facts.ts";

/**
 * Terminal-Bench v1: trials of the run's `results.json`, with agent and model from the metadata beside it. A trial
 * folder's own `results.json` repeats a row of the run's and is taken only where the run's is absent.
 */
export function assembleTerminalBench(facts: RunFacts): PlacedTrial[] {
  const runs = new Map(
    facts.runs.filter((run) => run.format === "terminal-bench-1").map((run) => [run.folder, run]),
  );
  const trials = facts.trials.filter((trial) => trial.format === "terminal-bench-1");
  const byIdentity = new Map<string, TrialRecord>();
  for (const trial of trials) {
    const identity = `${trial.runFolder}\n${trial.sourceId ?? trial.label}`;
    const held = byIdentity.get(identity);
    if (!held || (held.folder !== held.runFolder && trial.folder === trial.runFolder))
      byIdentity.set(identity, trial);
  }
  return [...byIdentity.values()].map((trial) => place(trial, runs.get(trial.runFolder)));
}

function place(trial: TrialRecord, run: RunRecord | undefined): PlacedTrial {
  return {
    path: trial.path,
    sourcePath: `${sourceOf(trial.runFolder)}/${trial.label}`,
    benchmark: trial.benchmark ?? run?.benchmark ?? UNSPECIFIED,
    taskName: trial.taskName,
    checksum: trial.checksum,
    statement: trial.statement,
    outcome: trial.outcome ?? "missing",
    reward: trial.reward,
    error: trial.error,
    judgement: null,
    costUsd: null,
    inputTokens: trial.inputTokens,
    outputTokens: trial.outputTokens,
    startedAt: trial.startedAt,
    durationMs: trial.durationMs,
    trajectory: null,
    retrieval: null,
    runFolder: trial.runFolder,
    sourceId: trial.sourceId,
    format: "terminal-bench-1",
    agent: run?.agent ?? null,
    model: run?.model ?? null,
    setup: { benchmark: run?.benchmark ?? null, ...run?.config },
    config: run?.config ?? {},
    runStartedAt: run?.startedAt ?? null,
  };
}
