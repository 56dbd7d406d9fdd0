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

/** It handed in, or it used up what it was given: no error of the agent. */
const ORDINARY_ENDS = /^(?:submitted|early_exit|exit_cost|exit_context|exit_total_execution_time)/i;

/** SWE-agent `.traj` files: {trajectory: [{action, observation, thought}], history, info}. */
export const sweAgent: Format = {
  name: "swe-agent-traj",
  recognise: ({ value }) =>
    isObject(value) && Array.isArray(value["trajectory"]) && Array.isArray(value["history"]),
  parse,
};

const MEASURED = {
  "info.model_stats.instance_cost": "amount",
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
  yield* unreadable(value, MEASURED);
  yield {
    kind: "trajectory",
    path: file.path,
    line: null,
    format: "swe-agent-traj",
    taskName: basename(file.path).replace(/\.traj$/, ""),
    benchmark: null,
    statement: statement === "" ? null : statement,
    agent: "SWE-agent",
    model: modelOf(value["replay_config"]),
    steps,
    error: ended === null || ORDINARY_ENDS.test(ended) ? null : ended,
    costUsd: amountOf(stats["instance_cost"]),
    inputTokens: countOf(stats["tokens_sent"]),
    outputTokens: countOf(stats["tokens_received"]),
    startedAt: null,
  };
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
