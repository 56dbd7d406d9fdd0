import { describe, expect, it } from "vitest";
import { checkAtif } from "./atif-rules.ts";

const step = { step_id: 1, source: "user", message: "Go." };
const agentStep = {
  step_id: 2,
  source: "agent",
  message: "",
  tool_calls: [{ tool_call_id: "a", function_name: "bash_command", arguments: {} }],
  observation: { results: [{ source_call_id: "a", content: "x" }, { content: "no call" }] },
};
const fine = {
  schema_version: "ATIF-v1.4",
  session_id: "s",
  agent: { name: "a", version: "1" },
  steps: [step, agentStep],
};

function fieldsOf(document: Record<string, unknown>): [string | null, boolean][] {
  return checkAtif(document).map(({ field, rejects }) => [field, rejects !== null]);
}

describe("checkAtif", () => {
  it.each(["1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7"])("accepts version %s", (version) => {
    expect(checkAtif({ ...fine, schema_version: `ATIF-v${version}` })).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, [string, boolean][]]>([
    ["no version", { schema_version: "1.4" }, [["schema_version", true]]],
    [
      "a newer version is read as the newest known",
      { schema_version: "ATIF-v1.8" },
      [["schema_version", false]],
    ],
    [
      "steps that skip a number",
      { steps: [step, { ...agentStep, step_id: 3 }] },
      [["steps[1].step_id", true]],
    ],
    ["steps that count from 0", { steps: [{ ...step, step_id: 0 }] }, [["steps[0].step_id", true]]],
    ["no steps", { steps: [] }, [["steps", true]]],
    [
      "a result of a call of another step",
      { steps: [step, { ...agentStep, tool_calls: [] }] },
      [["steps[1].observation.results[0].source_call_id", true]],
    ],
    [
      "a user who reasons",
      { steps: [{ ...step, reasoning_content: "hm" }] },
      [["steps[0].reasoning_content", true]],
    ],
    [
      "a system with metrics",
      { steps: [{ ...step, source: "system", metrics: {} }] },
      [["steps[0].metrics", true]],
    ],
    ["nobody's step", { steps: [{ ...step, source: "tool" }] }, [["steps[0].source", true]]],
    ["no message", { steps: [{ ...step, message: null }] }, [["steps[0].message", true]]],
    ["a time that is none", { steps: [{ ...step, timestamp: "noon" }] }, [["steps[0].timestamp", true]]],
    ["an agent without a name", { agent: {} }, [["agent.name", true]]],
    ["no session before 1.7", { session_id: undefined }, [["session_id", true]]],
    ["an unknown key is told, not fatal", { mood: "sunny" }, [["mood", false]]],
    ["a key of a later version", { trajectory_id: "t" }, [["trajectory_id", false]]],
    ["an unknown key deep down", { final_metrics: { total_tea: 1 } }, [["final_metrics.total_tea", false]]],
  ])("%s", (_why, part, fields) => {
    expect(fieldsOf({ ...fine, ...part })).toEqual(fields);
  });

  it("lets the session go from 1.7 on", () => {
    const { session_id: _session, ...rest } = fine;
    expect(checkAtif({ ...rest, schema_version: "ATIF-v1.7" })).toEqual([]);
  });

  it("takes a prototype's name for what it is: unknown", () => {
    expect(fieldsOf({ ...fine, constructor: 1 })).toEqual([["constructor", false]]);
  });
});
