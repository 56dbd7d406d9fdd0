import { basename, dirname } from "node:path/posix";
import {
  countOf,
  isObject,
  type JsonObject,
  kindOf,
  millisecondsBetween,
  textOf,
  timeOf,
} from "../json-fields.ts";
import { type ImportRecord, type Outcome, problem, type TrialRecord } from "../records.ts";
import { unreadable } from "../unreadable.ts";
import type { Format, ParseInput } from "./format.ts";

/** Modes that say something broke, where `is_resolved` is null. Without one the verdict is missing. */
const NO_FAILURE = new Set(["unset", "none", ""]);

const MEASURED = {
  trial_started_at: "time",
  trial_ended_at: "time",
  total_input_tokens: "count",
  total_output_tokens: "count",
} as const;

/** Terminal-Bench v1 `results.json` of a run. */
export const terminalBenchRun: Format = {
  name: "terminal-bench-1",
  recognize: ({ value }) =>
    isObject(value) && Array.isArray(value["results"]) && ("n_resolved" in value || "pass_at_k" in value),
  parse: function* (input) {
    const folder = dirname(input.file.place);
    const results = (input.sample.value as JsonObject)["results"] as unknown[];
    for (const [index, row] of results.entries()) {
      yield* unreadable(row, MEASURED, { inRow: (field) => `results[${index}].${field}` });
      yield trialOf(row, { ...input, folder, runFolder: folder, field: `results[${index}]` });
    }
  },
};

/** The same for a single trial, `{run}/{task}/{trial}/results.json`. */
export const terminalBenchTrial: Format = {
  name: "terminal-bench-1-trial",
  recognize: ({ value }) =>
    isObject(value) && "is_resolved" in value && "task_id" in value && "trial_name" in value,
  parse: function* (input) {
    const folder = dirname(input.file.place);
    const runFolder = dirname(dirname(folder));
    yield* unreadable(input.sample.value, MEASURED);
    yield trialOf(input.sample.value, {
      ...input,
      folder,
      runFolder,
      field: null,
    });
  },
};

/** `run_metadata.json`: agent, model and data set of the run beside it. */
export const terminalBenchMetadata: Format = {
  name: "terminal-bench-1-metadata",
  recognize: ({ value }) =>
    isObject(value) && "agent_name" in value && "dataset_name" in value && "run_id" in value,
  parse: function* ({ file, sample }) {
    const value = sample.value as JsonObject;
    yield {
      kind: "run",
      path: file.path,
      folder: dirname(file.place),
      format: "terminal-bench-1",
      agent: textOf(value["agent_name"]),
      model: textOf(value["model_name"]),
      benchmark: textOf(value["dataset_name"]),
      startedAt: timeOf(value["start_time"]),
      // What distinguishes one set-up from another beyond agent and model.
      config: {
        datasetVersion: value["dataset_version"] ?? null,
        agentKwargs: value["agent_kwargs"] ?? null,
      },
    };
  },
};

type Place = ParseInput & { folder: string; runFolder: string; field: string | null };

function trialOf(row: unknown, place: Place): ImportRecord {
  const at = (key: string) => (place.field === null ? key : `${place.field}.${key}`);
  if (!isObject(row))
    return problem(`Expected a trial, found ${kindOf(row)}.`, { field: place.field, rejects: "trials" });
  const taskName = textOf(row["task_id"]);
  if (taskName === null)
    return problem("The trial names no task.", { field: at("task_id"), rejects: "trials" });
  const resolved = row["is_resolved"];
  if (resolved != null && typeof resolved !== "boolean") {
    return problem(`Expected true, false or null, found ${JSON.stringify(resolved)}.`, {
      field: at("is_resolved"),
      rejects: "trials",
    });
  }
  const mode = textOf(row["failure_mode"]) ?? "";
  return {
    kind: "trial",
    path: place.file.path,
    line: null,
    format: "terminal-bench-1",
    folder: place.folder,
    runFolder: place.runFolder,
    sourceId: textOf(row["id"]),
    label: textOf(row["trial_name"]) ?? `${taskName}/${basename(place.folder)}`,
    benchmark: place.benchmark,
    taskName,
    checksum: "",
    statement: textOf(row["instruction"]),
    agent: null,
    model: null,
    ...verdictOf(resolved ?? null, mode),
    costUsd: null,
    ...tokensOf(row),
    startedAt: timeOf(row["trial_started_at"]),
    durationMs: millisecondsBetween(row["trial_started_at"], row["trial_ended_at"]),
  };
}

type Verdict = Pick<TrialRecord, "outcome" | "reward" | "error">;

/**
 * A verdict decides, also where the agent ran out of time: the tests ran on what it left. Without a verdict a
 * failure mode makes an errored trial, and none a missing one.
 */
function verdictOf(resolved: boolean | null, mode: string): Verdict {
  const error = NO_FAILURE.has(mode) ? null : mode;
  if (resolved !== null) return { outcome: resolved ? "passed" : "failed", reward: resolved ? 1 : 0, error };
  const outcome: Outcome = error === null ? "missing" : "errored";
  return { outcome, reward: null, error: error ?? "The results file gives no verdict." };
}

/** This harness writes 0 tokens for agents whose use it can't see: that is unknown, not none. */
function tokensOf(row: JsonObject): { inputTokens: number | null; outputTokens: number | null } {
  const [input, output] = [countOf(row["total_input_tokens"]), countOf(row["total_output_tokens"])];
  return input || output
    ? { inputTokens: input, outputTokens: output }
    : { inputTokens: null, outputTokens: null };
}
