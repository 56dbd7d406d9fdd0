import { basename } from "node:path/posix";
import {
  amountOf,
  countOf,
  isObject,
  type JsonObject,
  kindOf,
  messageText,
  nameOf,
  objectAt,
  textOf,
  timeOf,
} from "../json-fields.ts";
import { readRows, readWholeList } from "../read-source.ts";
import { type ImportRecord, problem, type Step } from "../records.ts";
import { unreadable } from "../unreadable.ts";
import type { Format, ParseInput } from "./format.ts";

/** Events that steer the session and are nothing the agent did. */
const SILENT = new Set(["change_agent_state", "agent_state_changed", "null", "recall", "system"]);

/**
 * OpenHands: an evaluation's output.jsonl or an issue resolver's, one trial a line, or a list of the events of one
 * session. The resolver's `success` and `result_explanation` are its own judgment and no verdict: not taken for one.
 */
export const openHands: Format = {
  name: "openhands",
  recognize: ({ value, shape }) =>
    Array.isArray(value)
      ? isEventList(value)
      : shape !== "text" &&
        isObject(value) &&
        Array.isArray(value["history"]) &&
        ("instance_id" in value || (isObject(value["issue"]) && "git_patch" in value)),
  parse,
};

function isEventList(value: unknown): value is JsonObject[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => isObject(item) && "source" in item && ("action" in item || "observation" in item))
  );
}

const MEASURED = {
  "metrics.accumulated_cost": "amount",
  "metrics.accumulated_token_usage.prompt_tokens": "count",
  "metrics.accumulated_token_usage.completion_tokens": "count",
} as const;

async function* parse(input: ParseInput): AsyncGenerator<ImportRecord> {
  const { file, sample } = input;
  if (isEventList(sample.value)) {
    const history = await readWholeList(file, sample);
    yield history === null
      ? problem("An event of this session can't be read.", { rejects: "trajectories" })
      : trajectoryOf({ history }, file.path, null);
    return;
  }
  for await (const row of readRows(file, sample)) {
    const at = { line: row.line, field: row.field, rejects: "trajectories" as const };
    if (row.fault !== null) yield problem(row.fault, at);
    else if (!isObject(row.value) || !Array.isArray(row.value["history"])) {
      yield problem(`Expected a trial with a history, found ${kindOf(row.value)}.`, at);
    } else if (row.line !== null && taskOf(row.value) === null) {
      // Named for their file, all rows would be attempts at one task.
      yield problem("The trial names no task.", { ...at, field: "instance_id" });
    } else {
      yield* unreadable(row.value, MEASURED, row);
      yield trajectoryOf(row.value, file.path, row.line);
    }
  }
}

function trajectoryOf(row: JsonObject, path: string, line: number | null): ImportRecord {
  const events = (row["history"] as unknown[]).flat().filter(isObject);
  const metadata = objectAt(row, "metadata");
  const metrics = objectAt(row, "metrics");
  const tokens = objectAt(metrics, "accumulated_token_usage");
  const steps = stepsOf(events);
  const issue = objectAt(row, "issue");
  const input = countOf(tokens["prompt_tokens"]);
  return {
    kind: "trajectory",
    path,
    line,
    format: "openhands",
    taskName: taskOf(row) ?? basename(path).replace(/\.json$/, ""),
    benchmark: null,
    statement:
      textOf(objectAt(row, "instance")["problem_statement"]) ??
      textOf(row["instruction"]) ??
      textOf(issue["body"]) ??
      steps.find((step) => step.source === "user")?.message ??
      null,
    agent: "OpenHands",
    model: textOf(objectAt(metadata, "llm_config")["model"]),
    steps,
    error: textOf(row["error"]),
    // A cost of exactly 0 means that the price was unknown.
    costUsd: amountOf(metrics["accumulated_cost"]) || null,
    inputTokens: input,
    outputTokens: countOf(tokens["completion_tokens"]),
    startedAt: timeOf(events[0]?.["timestamp"]),
  };
}

function taskOf(row: JsonObject): string | null {
  return nameOf(row["instance_id"]) ?? issueName(objectAt(row, "issue"));
}

/** An issue by the name that its forge shows. */
function issueName(issue: JsonObject): string | null {
  const [owner, repo, number] = [textOf(issue["owner"]), textOf(issue["repo"]), countOf(issue["number"])];
  return owner !== null && repo !== null && number !== null ? `${owner}/${repo}#${number}` : null;
}

/**
 * Actions in order; an observation joins the action that caused it. A resolver's events name neither id nor cause:
 * there an observation belongs to the action before it.
 */
function stepsOf(events: readonly JsonObject[]): Step[] {
  const steps: Step[] = [];
  const byId = new Map<unknown, Step>();
  for (const event of events) {
    const when = timeOf(event["timestamp"]);
    const kind = String(event["action"] ?? event["observation"]);
    const cause = "cause" in event || "id" in event ? byId.get(event["cause"]) : steps.at(-1);
    if ("observation" in event && cause) cause.observation = messageText(event["content"]);
    else if ("action" in event && !SILENT.has(kind)) {
      const source = sourceOf(event, kind, steps.length === 0);
      const step = { ...actionStep(event, kind, source), ...(when === null ? {} : { timestamp: when }) };
      steps.push(step);
      byId.set(event["id"], step);
    }
  }
  return steps;
}

/** Where no event names its source, the first message is the task, and all else the agent's. */
function sourceOf(event: JsonObject, kind: string, isFirst: boolean): Step["source"] {
  if ("source" in event) return event["source"] === "agent" ? "agent" : "user";
  return isFirst && kind === "message" ? "user" : "agent";
}

function actionStep(event: JsonObject, kind: string, source: Step["source"]): Step {
  const args = objectAt(event, "args");
  if (kind === "message")
    return { source, message: textOf(args["content"]) ?? messageText(event["message"]) };
  const thought = textOf(args["thought"]);
  const command = textOf(args["command"]) ?? textOf(args["code"]);
  const { thought: _thought, ...rest } = args;
  return {
    source,
    ...(thought === null ? {} : { reasoning: thought }),
    action: kind === "run" && command !== null ? command : `${kind}(${JSON.stringify(rest)})`,
  };
}
