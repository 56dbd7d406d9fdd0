import { isObject, type JsonObject, kindOf, objectAt, textOf, timeOf } from "../json-fields.ts";
import { type ProblemRecord, problem } from "../records.ts";

/** Keys each object may have, and the minor version that brought the later ones. */
const KEYS: Record<string, Record<string, number>> = {
  root: keys("schema_version session_id agent steps notes final_metrics extra", {
    continued_trajectory_ref: 5,
    trajectory_id: 7,
    subagent_trajectories: 7,
  }),
  agent: keys("name version model_name extra", { tool_definitions: 5 }),
  step: keys(
    "step_id timestamp source model_name reasoning_effort message reasoning_content tool_calls observation metrics extra",
    { is_copied_context: 5, llm_call_count: 7 },
  ),
  call: keys("tool_call_id function_name arguments", { extra: 7 }),
  observation: keys("results", {}),
  result: keys("source_call_id content subagent_trajectory_ref", { extra: 7 }),
  metrics: keys(
    "prompt_tokens completion_tokens cached_tokens cost_usd prompt_token_ids completion_token_ids logprobs extra",
    {},
  ),
  final: keys(
    "total_prompt_tokens total_completion_tokens total_cached_tokens total_cost_usd total_steps extra",
    {},
  ),
};
const AGENT_ONLY = ["model_name", "reasoning_effort", "reasoning_content", "tool_calls", "metrics"];
const NEWEST_MINOR = 7;

function keys(always: string, later: Record<string, number>): Record<string, number> {
  return { ...Object.fromEntries(always.split(" ").map((key) => [key, 0])), ...later };
}

/**
 * Checks an ATIF document against the rules of its version (1.0 to 1.7): steps numbered from 1 without a gap, each
 * `source_call_id` names a call of the same step, agent-only fields stand in agent steps only, no unknown keys.
 * @returns problems with their JSON path; one that `rejects` means that the steps can't be trusted
 */
export function checkAtif(document: JsonObject): ProblemRecord[] {
  const found: ProblemRecord[] = [];
  const broken = (field: string, reason: string) =>
    found.push(problem(reason, { field, rejects: "trajectories" }));
  const minor = minorOf(document["schema_version"]);
  if (minor === null) {
    broken(
      "schema_version",
      `Expected ATIF-v1.0 to ATIF-v1.${NEWEST_MINOR}, found ${JSON.stringify(document["schema_version"])}.`,
    );
    return found;
  }
  if (minor > NEWEST_MINOR)
    found.push(
      problem(`Version 1.${minor} is newer than 1.${NEWEST_MINOR}: read as 1.${NEWEST_MINOR}.`, {
        field: "schema_version",
      }),
    );
  const unknown = (value: unknown, shape: string, field: string) =>
    found.push(...unknownKeys(value, shape, field, minor));
  unknown(document, "root", "");
  unknown(document["agent"], "agent", "agent");
  unknown(document["final_metrics"], "final", "final_metrics");
  if (minor < 7 && textOf(document["session_id"]) === null)
    broken("session_id", "The session id is missing (it is optional only from 1.7 on).");
  if (textOf(objectAt(document, "agent")["name"]) === null) broken("agent.name", "The agent has no name.");
  const steps = document["steps"];
  if (!Array.isArray(steps) || steps.length === 0) broken("steps", "Expected a list of at least one step.");
  else for (const [index, step] of steps.entries()) checkStep(step, index, broken, unknown);
  return found;
}

type Broken = (field: string, reason: string) => unknown;
type Unknown = (value: unknown, shape: string, field: string) => void;

function checkStep(step: unknown, index: number, broken: Broken, unknown: Unknown): void {
  const at = `steps[${index}]`;
  if (!isObject(step)) {
    broken(at, `Expected a step, found ${kindOf(step)}.`);
    return;
  }
  unknown(step, "step", at);
  unknown(step["metrics"], "metrics", `${at}.metrics`);
  if (step["step_id"] !== index + 1)
    broken(
      `${at}.step_id`,
      `Steps count up from 1: expected ${index + 1}, found ${JSON.stringify(step["step_id"])}.`,
    );
  const source = step["source"];
  if (source !== "system" && source !== "user" && source !== "agent") {
    broken(`${at}.source`, `Expected system, user or agent, found ${JSON.stringify(source)}.`);
  }
  if (typeof step["message"] !== "string" && !Array.isArray(step["message"]))
    broken(`${at}.message`, "Expected a string.");
  if (step["timestamp"] != null && timeOf(step["timestamp"]) === null)
    broken(`${at}.timestamp`, "Expected an ISO 8601 time.");
  if (source !== "agent") {
    for (const field of AGENT_ONLY) {
      if (step[field] != null)
        broken(
          `${at}.${field}`,
          `Only agent steps may have ${field}; this step is of source ${String(source)}.`,
        );
    }
  }
  checkCalls(step, at, broken, unknown);
}

function checkCalls(step: JsonObject, at: string, broken: Broken, unknown: Unknown): void {
  const calls = Array.isArray(step["tool_calls"]) ? step["tool_calls"] : [];
  const ids = new Set<unknown>();
  for (const [index, call] of calls.entries()) {
    const field = `${at}.tool_calls[${index}]`;
    unknown(call, "call", field);
    if (!isObject(call) || textOf(call["tool_call_id"]) === null)
      broken(`${field}.tool_call_id`, "The call has no id.");
    else ids.add(call["tool_call_id"]);
    if (isObject(call) && textOf(call["function_name"]) === null)
      broken(`${field}.function_name`, "The call names no function.");
  }
  unknown(step["observation"], "observation", `${at}.observation`);
  const results = objectAt(step, "observation")["results"];
  if (step["observation"] != null && !Array.isArray(results)) {
    broken(`${at}.observation.results`, "Expected a list.");
    return;
  }
  for (const [index, result] of (Array.isArray(results) ? results : []).entries()) {
    const field = `${at}.observation.results[${index}]`;
    unknown(result, "result", field);
    const call = isObject(result) ? result["source_call_id"] : null;
    if (call != null && !ids.has(call))
      broken(`${field}.source_call_id`, `No call of this step has the id ${JSON.stringify(call)}.`);
  }
}

function unknownKeys(value: unknown, shape: string, field: string, minor: number): ProblemRecord[] {
  if (!isObject(value)) return [];
  const allowed = KEYS[shape] ?? {};
  return Object.keys(value).flatMap((key) => {
    const since = Object.hasOwn(allowed, key) ? allowed[key] : undefined;
    const path = field === "" ? key : `${field}.${key}`;
    if (since === undefined) return [problem("Not a key of ATIF: not imported.", { field: path })];
    if (since > minor)
      return [problem(`This key was added in 1.${since}; the file says 1.${minor}.`, { field: path })];
    return [];
  });
}

function minorOf(version: unknown): number | null {
  const minor = /^ATIF-v1\.(\d{1,2})$/.exec(String(version))?.[1];
  return minor === undefined ? null : Number(minor);
}
