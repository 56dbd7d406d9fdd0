import { basename, dirname } from "node:path/posix";
import { findRerunId } from "#lib/reruns/rerun-id.ts";
import { compactDetails } from "#lib/runs/trial-details.ts";
import {
  amountOf,
  countOf,
  isObject,
  type JsonObject,
  millisecondsBetween,
  numberOf,
  objectAt,
  textOf,
  timeOf,
} from "../json-fields.ts";
import { type ImportRecord, problem, type RerunOf } from "../records.ts";
import { unreadable } from "../unreadable.ts";
import type { Format, ParseInput } from "./format.ts";
import { skillsArmOf } from "./skills-arm.ts";

/** Harbor's trial `result.json`. */
export const harborTrial: Format = {
  name: "harbor-trial",
  recognize: ({ value }) =>
    isObject(value) && "task_name" in value && "trial_name" in value && "verifier_result" in value,
  parse: parseTrial,
};

/** Harbor's job `result.json`: which agents, models and data sets ran. */
export const harborJob: Format = {
  name: "harbor-job",
  recognize: ({ value }) => isObject(value) && "n_total_trials" in value && isObject(value["stats"]),
  parse: parseJob,
};

const MEASURED = {
  started_at: "time",
  finished_at: "time",
  "agent_result.cost_usd": "amount",
  "agent_result.n_input_tokens": "count",
  "agent_result.n_output_tokens": "count",
} as const;

function* parseTrial({ file, sample, benchmark }: ParseInput): Generator<ImportRecord> {
  const value = sample.value as JsonObject;
  const taskName = textOf(value["task_name"]);
  if (taskName === null)
    return void (yield problem("The trial names no task.", { field: "task_name", rejects: "trials" }));
  const folder = dirname(file.place);
  const info = objectAt(value, "agent_info");
  const model = objectAt(info, "model_info");
  const spent = objectAt(value, "agent_result");
  const configured = objectAt(objectAt(value, "config"), "agent");
  const { reward, fault } = rewardOf(value);
  if (fault) yield fault;
  yield* unreadable(value, MEASURED);
  const exception = isObject(value["exception_info"]) ? value["exception_info"] : null;
  const layout = layoutOf(folder);
  const arm = skillsArmOf(folder, value);
  const checksum = textOf(value["task_checksum"]) ?? "";
  const rerun = rerunOf(value, file.place);
  yield {
    kind: "trial",
    ...(rerun ? { rerun } : {}),
    path: file.path,
    line: null,
    format: "harbor",
    folder,
    runFolder: layout.runFolder,
    sourceId: textOf(value["id"]),
    label: folder.slice(layout.runFolder.length + 1),
    benchmark:
      benchmark ??
      (arm?.isSkillsBench ? "SkillsBench" : null) ??
      layout.benchmark ??
      textOf(value["source"]) ??
      textOf(objectAt(objectAt(value, "config"), "task")["source"]),
    taskName,
    // Skills lie among the task's files: with their checksum no task would stand in both arms.
    checksum: arm === null ? checksum : "",
    statement: null,
    agent: textOf(info["name"]) ?? textOf(configured["name"]),
    model: textOf(configured["model_name"]) ?? joined(textOf(model["provider"]), textOf(model["name"])),
    outcome: reward !== null ? (reward >= 1 ? "passed" : "failed") : exception ? "errored" : null,
    reward,
    error: exception ? joinedError(exception) : null,
    costUsd: amountOf(spent["cost_usd"]),
    inputTokens: countOf(spent["n_input_tokens"]),
    outputTokens: countOf(spent["n_output_tokens"]),
    startedAt: timeOf(value["started_at"]),
    durationMs: millisecondsBetween(value["started_at"], value["finished_at"]),
    ...(arm === null
      ? {}
      : { setup: { skills: arm.skills }, details: compactDetails({ taskChecksum: checksum || null }) }),
  };
}

/**
 * The rerun of a plan that a trial is: its job is named after it, and the result says the name of the job. A Harbor that
 * doesn't know extra instructions runs without the memories, and says nothing of them.
 */
function rerunOf(value: JsonObject, place: string): RerunOf | null {
  const config = objectAt(value, "config");
  const slot = findRerunId(config["job_name"], config["trials_dir"], value["trial_uri"], place);
  if (!slot) return null;
  const isShown =
    Array.isArray(config["extra_instruction_paths"]) && config["extra_instruction_paths"].length > 0;
  const fault =
    slot.subset > 0 && !isShown
      ? "The trial says of no extra instructions, so the agent was not shown the memories. Update Harbor and run it again."
      : null;
  return { ...slot, fault };
}

/** The verifier's reward: the one named `reward`, else the only number there is. Null when none was given. */
function rewardOf(value: JsonObject): { reward: number | null; fault: ImportRecord | null } {
  const rewards = objectAt(objectAt(value, "verifier_result"), "rewards");
  const names = Object.keys(rewards);
  const name = "reward" in rewards ? "reward" : names.length === 1 ? names[0] : undefined;
  if (name === undefined && names.length > 1) {
    const reason = `Several rewards (${names.slice(0, 5).join(", ")}) and none named reward: it counts as missing.`;
    return { reward: null, fault: problem(reason, { field: "verifier_result.rewards" }) };
  }
  const raw = name === undefined ? null : rewards[name];
  const reward = numberOf(raw);
  const field = `verifier_result.rewards.${name ?? ""}`;
  const fault =
    raw != null && reward === null
      ? problem(`Expected a number, found ${JSON.stringify(raw)}: the reward counts as missing.`, { field })
      : null;
  return { reward, fault };
}

/**
 * Where run and benchmark stand in the path: `{run}/{benchmark}/{i}/{trial}` (the MTL runs number their tasks), else
 * `{job}/{trial}`.
 */
export function layoutOf(trialFolder: string): { runFolder: string; benchmark: string | null } {
  const above = dirname(trialFolder);
  const benchmarkFolder = dirname(above);
  if (/^\d{1,5}$/.test(basename(above)) && basename(benchmarkFolder) !== "") {
    return { runFolder: dirname(benchmarkFolder), benchmark: basename(benchmarkFolder) };
  }
  return { runFolder: above, benchmark: null };
}

function joined(provider: string | null, name: string | null): string | null {
  return provider !== null && name !== null ? `${provider}/${name}` : name;
}

function joinedError(exception: JsonObject): string {
  return [textOf(exception["exception_type"]), textOf(exception["exception_message"])]
    .filter((part) => part !== null)
    .join(": ")
    .slice(0, 2000);
}

function* parseJob({ file, sample }: ParseInput): Generator<ImportRecord> {
  const value = sample.value as JsonObject;
  const evals = Object.keys(objectAt(objectAt(value, "stats"), "evals"));
  // agent__model__dataset; a model or agent name may itself hold "__", the data set stands last.
  const dataset = evals.length === 1 ? (evals[0]?.split("__").at(-1) ?? null) : null;
  yield {
    kind: "run",
    path: file.path,
    folder: dirname(file.place),
    format: "harbor",
    agent: null,
    model: null,
    benchmark: dataset,
    startedAt: timeOf(value["started_at"]),
    config: {},
  };
}
