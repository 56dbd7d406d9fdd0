import { basename } from "node:path/posix";
import { compactDetails, type TrialDetails } from "#lib/runs/trial-details.ts";
import {
  amountOf,
  countOf,
  isObject,
  type JsonObject,
  kindOf,
  nameOf,
  objectAt,
  textOf,
  timeOf,
} from "../json-fields.ts";
import { readRows, readWholeList } from "../read-source.ts";
import { type ImportRecord, problem, type TrajectoryRecord } from "../records.ts";
import { shown, unreadable } from "../unreadable.ts";
import type { Format, ParseInput } from "./format.ts";
import { stepsOf } from "./openhands-steps.ts";

/**
 * OpenHands: an evaluation's output.jsonl or an issue resolver's, one trial a line, or a list of the events of one
 * session. An evaluation that was scored has `test_result.report`. The resolver's `success` is its own judgment and no
 * verdict: kept as such.
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
      const resolved = objectAt(objectAt(row.value, "test_result"), "report")["resolved"];
      if (resolved != null && typeof resolved !== "boolean")
        yield problem(`Expected true or false, found ${shown(resolved)}: left out.`, {
          line: row.line,
          field: "test_result.report.resolved",
        });
      yield trajectoryOf(row.value, file.path, row.line);
    }
  }
}

function trajectoryOf(row: JsonObject, path: string, line: number | null): ImportRecord {
  const history = row["history"] as unknown[];
  const [first] = history.flat().filter(isObject);
  const metadata = objectAt(row, "metadata");
  const metrics = objectAt(row, "metrics");
  const tokens = objectAt(metrics, "accumulated_token_usage");
  const steps = stepsOf(history);
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
    startedAt: timeOf(first?.["timestamp"]),
    verdict: verdictOf(objectAt(row, "test_result")),
    details: compactDetails({ ownJudgment: ownJudgmentOf(row) }),
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

/** Where the evaluation was run: on the patch that was handed in, or why on none. */
function verdictOf(result: JsonObject): TrajectoryRecord["verdict"] {
  const report = objectAt(result, "report");
  const resolved = report["resolved"];
  if (typeof resolved !== "boolean") return null;
  if (resolved) return { outcome: "passed", error: null };
  const broken = BROKEN.find(([field]) => report[field] === true);
  if (broken) return { outcome: "errored", error: broken[1] };
  const why = UNTESTED.find(([field]) => report[field] === true);
  return { outcome: "failed", error: why?.[1] ?? null };
}

const BROKEN = [
  ["error_eval", "The evaluation ended in an error."],
  ["test_timeout", "The evaluation's tests ran out of time."],
] as const;
const UNTESTED = [
  ["empty_generation", "No patch was handed in."],
  ["failed_apply_patch", "The patch did not apply."],
] as const;

/** The issue resolver says whether it thinks that it succeeded. */
function ownJudgmentOf(row: JsonObject): TrialDetails["ownJudgment"] | null {
  const success = row["success"];
  if (!isObject(row["issue"]) || typeof success !== "boolean") return null;
  return {
    success,
    explanation: textOf(row["result_explanation"] ?? row["success_explanation"])?.slice(0, 4000) ?? null,
  };
}
