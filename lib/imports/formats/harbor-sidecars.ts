import { basename, dirname } from "node:path/posix";
import { isObject, numberOf, objectAt } from "../json-fields.ts";
import { readText } from "../read-source.ts";
import { type ImportRecord, problem } from "../records.ts";
import type { Format, ParseInput } from "./format.ts";
import { readVerdict } from "./read-verdict.ts";

/** `verifier/reward.txt` or `reward.json`: a bare number can only be known by its place. */
export const harborReward: Format = {
  name: "harbor-reward",
  recognize: ({ path }) =>
    /^reward\.(?:txt|json)$/.test(basename(path)) && basename(dirname(path)) === "verifier",
  async *parse({ file, sample }: ParseInput): AsyncGenerator<ImportRecord> {
    const text = (await readText(file)).text.trim();
    const named = objectAt({ value: sample.value }, "value");
    const only = Object.values(named).length === 1 ? Object.values(named)[0] : undefined;
    const reward = isObject(sample.value) ? numberOf(named["reward"] ?? only) : decimalOf(text);
    const fault = reward === null ? faultOf(text) : null;
    if (fault !== null) yield problem(fault, { line: 1, field: "reward" });
    yield { kind: "reward", path: file.path, reward, fault };
  },
};

/** A decimal number: `Number` alone would take "0x1" and "" for numbers. */
function decimalOf(text: string): number | null {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? numberOf(Number(text)) : null;
}

function faultOf(text: string): string {
  if (text === "") return "The file of the reward is empty: the outcome is missing.";
  return `Expected a number, found ${JSON.stringify(text.slice(0, 40))}: the outcome is missing.`;
}

/** The MTL judge's verdict beside a trial. */
export const harborJudgement: Format = {
  name: "llm-judgement",
  recognize: ({ path }) => /^llm_judge?ment\.json$/.test(basename(path)),
  parse: function* ({ file, sample }: ParseInput): Generator<ImportRecord> {
    const value = sample.value;
    const row = isObject(value) ? value : { judgement: value ?? sample.head.trim() };
    // The published pipeline writes both what the judge answered and how it was read; the latter counts.
    const said =
      row["llm_judgement_bool"] ??
      row["judgement"] ??
      row["judgment"] ??
      row["llm_judge"] ??
      row["llm_judgement"] ??
      row["pred"] ??
      row["verdict"] ??
      row["result"] ??
      row["response"];
    const verdict = readVerdict(isObject(said) ? (said["judgement"] ?? said["verdict"]) : said);
    if (verdict === "unknown") yield problem("Expected a verdict, PASS or FAIL.", { field: "judgement" });
    else yield { kind: "judgement", path: file.path, passed: verdict === "passed" };
  },
};
