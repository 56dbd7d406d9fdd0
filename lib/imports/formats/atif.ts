import { basename } from "node:path";
import {
  amountOf,
  countOf,
  isObject,
  type JsonObject,
  messageText,
  objectAt,
  textOf,
  timeOf,
} from "../json-fields.ts";
import type { ImportRecord, Step } from "../records.ts";
import { unreadable } from "../unreadable.ts";
import { isPart, mergeSteps } from "./atif-parts.ts";
import { checkAtif } from "./atif-rules.ts";
import type { Format, ParseInput } from "./format.ts";

/** Names under which harnesses store a trajectory: they say nothing of the task. */
const PLAIN_NAMES = /^(?:trajectory|agent|output|traj)$/i;

/** The Agent Trajectory Interchange Format of Harbor, versions 1.0 to 1.7. */
export const atif: Format = {
  name: "atif",
  recognize: ({ value }) =>
    isObject(value) && String(value["schema_version"]).startsWith("ATIF-") && "steps" in value,
  parse,
};

const MEASURED = {
  "final_metrics.total_cost_usd": "amount",
  "final_metrics.total_prompt_tokens": "count",
  "final_metrics.total_completion_tokens": "count",
} as const;

function* parse({ file, sample }: ParseInput): Generator<ImportRecord> {
  if (isPart(file)) return;
  const document = sample.value as JsonObject;
  const problems = checkAtif(document);
  const broken = problems.find((found) => found.rejects !== null);
  // However many rules it breaks, it is one trajectory that is rejected.
  for (const found of problems) yield found === broken ? found : { ...found, rejects: null };
  if (broken) return;
  yield* unreadable(document, MEASURED);
  const agent = objectAt(document, "agent");
  const joined = mergeSteps(file, document);
  for (const [index, part] of joined.parts.entries())
    for (const found of checkAtif(part))
      yield { ...found, field: `cont-${index + 1}: ${found.field}`, rejects: null };
  // A continuation counts on from what came before it, so the last part has the totals of all.
  const totals = objectAt(joined.parts.at(-1) ?? document, "final_metrics");
  const steps = joined.steps.map(stepOf);
  const models = joined.steps.map((step) => textOf(step["model_name"]));
  yield {
    kind: "trajectory",
    path: file.path,
    line: null,
    format: String(document["schema_version"]),
    taskName: taskNameOf(file.path),
    benchmark: null,
    statement: steps.find((step) => step.source === "user")?.message ?? null,
    agent: textOf(agent["name"]),
    model: textOf(agent["model_name"]) ?? models.find((model) => model !== null) ?? null,
    steps,
    error: null,
    costUsd: amountOf(totals["total_cost_usd"]),
    inputTokens: countOf(totals["total_prompt_tokens"]),
    outputTokens: countOf(totals["total_completion_tokens"]),
    startedAt: timeOf(steps.find((step) => step.timestamp)?.timestamp),
  };
}

function stepOf(step: JsonObject): Step {
  const source = step["source"] as Step["source"];
  const message = messageText(step["message"]);
  const reasoning = textOf(step["reasoning_content"]);
  const calls = Array.isArray(step["tool_calls"]) ? step["tool_calls"].filter(isObject).map(callText) : [];
  const results = objectAt(step, "observation")["results"];
  const seen = Array.isArray(results)
    ? results.map((result) => messageText(objectAt({ result }, "result")["content"]))
    : [];
  const when = timeOf(step["timestamp"]);
  return {
    source,
    ...(message === "" ? {} : { message }),
    ...(reasoning === null ? {} : { reasoning }),
    ...(calls.length === 0 ? {} : { action: calls.join("\n") }),
    ...(seen.length === 0 ? {} : { observation: seen.join("\n") }),
    ...(when === null ? {} : { timestamp: when }),
  };
}

/** A shell call as its command; any other call as name and arguments. */
function callText(call: JsonObject): string {
  const args = objectAt(call, "arguments");
  const command = textOf(args["command"]) ?? textOf(args["keystrokes"]);
  const name = String(call["function_name"]);
  if (command !== null && /bash|shell|terminal|exec|run/i.test(name)) return command.replace(/\n$/, "");
  return `${name}(${JSON.stringify(args)})`;
}

/** `hello.trajectory.json` names its task; `agent/trajectory.json` does not. */
function taskNameOf(path: string): string | null {
  const name = basename(path)
    .replace(/\.json$/i, "")
    .replace(/[._-]trajectory$/i, "");
  return PLAIN_NAMES.test(name) ? null : name;
}
