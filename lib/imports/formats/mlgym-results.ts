import { isObject, type JsonObject, kindOf, numberOf } from "../json-fields.ts";
import { type ImportRecord, problem } from "../records.ts";
import type { Format, ParseInput } from "./format.ts";

/** MLGym's `results.json`: {agent: [{metric: value}], baseline: {metric: value}}, the agent's final scores last. */
export const mlgymResults: Format = {
  name: "mlgym-results",
  recognize: ({ value }) =>
    isObject(value) &&
    Array.isArray(value["agent"]) &&
    value["agent"].every(isObject) &&
    Object.keys(value).every((key) => key === "agent" || key === "baseline"),
  *parse({ file, sample }: ParseInput): Generator<ImportRecord> {
    const value = sample.value as JsonObject;
    const baseline = value["baseline"];
    if (baseline != null && !isObject(baseline))
      yield problem(`Expected scores by metric, found ${kindOf(baseline)}: left out.`, { field: "baseline" });
    const held = isObject(baseline) ? scoresOf(baseline) : null;
    for (const [metric, score] of Object.entries(held ?? {})) {
      if (score === null) yield problem("Expected a number: left out.", { field: `baseline.${metric}` });
    }
    yield { kind: "scores", path: file.path, agent: finalScores(value["agent"]), baseline: held };
  },
};

/** The last of a list of {metric: value}; null where there is none. */
export function finalScores(list: unknown): Record<string, number | null> | null {
  const last: unknown = Array.isArray(list) ? list.at(-1) : null;
  return isObject(last) ? scoresOf(last) : null;
}

function scoresOf(value: JsonObject): Record<string, number | null> {
  return Object.fromEntries(Object.entries(value).map(([metric, score]) => [metric, numberOf(score)]));
}
