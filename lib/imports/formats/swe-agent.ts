import { basename } from "node:path/posix";
import {
  amountOf,
  countOf,
  isObject,
  type JsonObject,
  kindOf,
  messageText,
  objectAt,
  textOf,
} from "../json-fields.ts";
import { type ImportRecord, problem, type Step } from "../records.ts";
import { unreadable } from "../unreadable.ts";
import type { Format, ParseInput } from "./format.ts";
import { finalScores } from "./mlgym-results.ts";

/** It handed in, or it used up what it was given: no error of the agent. */
const ORDINARY_ENDS = /^(?:submitted|early_exit|exit_cost|exit_context|exit_total_execution_time)/i;

/**
 * SWE-agent `.traj` files: {trajectory: [{action, observation, thought}], history, info}, and MLGym's dialect of them,
 * which counts costs by task and lists scores, the final one last.
 */
export const sweAgent: Format = {
  name: "swe-agent-traj",
  recognize: ({ value }) =>
    isObject(value) && Array.isArray(value["trajectory"]) && Array.isArray(value["history"]),
  parse,
};

const MEASURED = {
  "info.model_stats.instance_cost": "amount",
  "info.model_stats.task_cost": "amount",
  "info.model_stats.tokens_sent": "count",
  "info.model_stats.tokens_received": "count",
} as const;

function* parse({ file, sample }: ParseInput): Generator<ImportRecord> {
  const value = sample.value as JsonObject;
  const info = objectAt(value, "info");
  const stats = objectAt(info, "model_stats");
  const prompts = (value["history"] as unknown[]).filter(isObject).filter((item) => item["is_demo"] !== true);
  const task = prompts.find((item) => item["role"] === "user");
  const statement = task ? messageText(task["content"]) : "";
  const steps: Step[] = statement === "" ? [] : [{ source: "user", message: statement }];
  for (const [index, item] of (value["trajectory"] as unknown[]).entries()) {
    if (!isObject(item)) {
      return void (yield problem(`Expected a step, found ${kindOf(item)}.`, {
        field: `trajectory[${index}]`,
        rejects: "trajectories",
      }));
    }
    steps.push(stepOf(item));
  }
  const ended = textOf(info["exit_status"]);
  const scores = finalScores(info["score"]);
  yield* unreadable(value, MEASURED);
  yield {
    kind: "trajectory",
    path: file.path,
    line: null,
    format: "swe-agent-traj",
    taskName: basename(file.path).replace(/\.traj$/, ""),
    benchmark: isMlgym(info) ? "MLGym" : null,
    statement: statement === "" ? null : statement,
    agent: isMlgym(info) ? "MLGym" : "SWE-agent",
    model: modelOf(value["replay_config"]),
    steps,
    error: ended === null || ORDINARY_ENDS.test(ended) ? null : ended,
    reward: onlyScore(scores),
    ...(isMlgym(info) ? { scores } : {}),
    costUsd: amountOf(stats["instance_cost"] ?? stats["task_cost"] ?? stats["total_cost"]),
    inputTokens: countOf(stats["tokens_sent"]),
    outputTokens: countOf(stats["tokens_received"]),
    startedAt: null,
  };
}

function isMlgym(info: JsonObject): boolean {
  return Array.isArray(info["score"]) || "task_cost" in objectAt(info, "model_stats");
}

/** Where there is one metric: of several none is the score. */
function onlyScore(scores: Record<string, number | null> | null): number | null {
  const values = Object.values(scores ?? {});
  return values.length === 1 ? (values[0] ?? null) : null;
}

function stepOf(item: JsonObject): Step {
  const thought = textOf(item["thought"])?.trim();
  return {
    source: "agent",
    ...(thought ? { reasoning: thought } : {}),
    action: (textOf(item["action"]) ?? "").trimEnd(),
    observation: messageText(item["observation"]),
  };
}

/** The replay configuration is an object, or the same as a JSON text. */
function modelOf(config: unknown): string | null {
  let parsed = config;
  if (typeof config === "string") {
    try {
      parsed = JSON.parse(config);
    } catch {
      return null;
    }
  }
  return textOf(objectAt(objectAt(parsed, "agent"), "model")["name"]);
}
