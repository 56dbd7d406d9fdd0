import { basename } from "node:path";
import {
  amountOf,
  countOf,
  isObject,
  type JsonObject,
  messageText,
  numberOf,
  objectAt,
  textOf,
  timeOf,
} from "../json-fields.ts";
import { readWholeList } from "../read-source.ts";
import { type ImportRecord, problem, type Step } from "../records.ts";
import { unreadable } from "../unreadable.ts";
import type { Format, ParseInput } from "./format.ts";
import { readMessages } from "./mini-swe-agent-steps.ts";

/** Ways to end that are no error of the agent: it handed in, or it used up what it was given. */
const ORDINARY_ENDS = new Set(["Submitted", "LimitsExceeded", "submitted"]);

/** mini-swe-agent trajectories: v1 (`mini-swe-agent-1`), v2 (`mini-swe-agent-1.1` and later), and bare message lists. */
export const miniSweAgent: Format = {
  name: "mini-swe-agent",
  recognize: ({ value }) =>
    isObject(value)
      ? Array.isArray(value["messages"]) &&
        (String(value["trajectory_format"]).startsWith("mini-swe-agent") ||
          isObject(objectAt(value, "info")["model_stats"]))
      : isMessageList(value),
  parse,
};

/** A bare list: system first, and an assistant that writes a fenced command. */
function isMessageList(value: unknown): boolean {
  if (!Array.isArray(value) || value.length < 2) return false;
  const messages = value.filter(
    (item): item is JsonObject => isObject(item) && typeof item["role"] === "string",
  );
  if (messages.length !== value.length || messages[0]?.["role"] !== "system") return false;
  return messages.some(
    (item) =>
      item["role"] === "assistant" &&
      (/```(?:mswea_bash_command|bash)/.test(messageText(item["content"])) || isObject(item["extra"])),
  );
}

async function* parse({ file, sample }: ParseInput): AsyncGenerator<ImportRecord> {
  const document = isObject(sample.value) ? sample.value : {};
  const list = isObject(sample.value) ? document["messages"] : await readWholeList(file, sample);
  const messages = Array.isArray(list) ? list : [null];
  for (const [index, message] of messages.entries()) {
    if (!isObject(message) || typeof message["role"] !== "string") {
      const field = Array.isArray(sample.value) ? `[${index}].role` : `messages[${index}].role`;
      return void (yield problem("The message has no role.", { field, rejects: "trajectories" }));
    }
  }
  const steps = readMessages(messages as JsonObject[]);
  const info = objectAt(document, "info");
  const config = objectAt(info, "config");
  const stats = objectAt(info, "model_stats");
  const ended = textOf(info["exit_status"]);
  yield* unreadable(document, { "info.model_stats.instance_cost": "amount" });
  yield {
    kind: "trajectory",
    path: file.path,
    line: null,
    format: textOf(document["trajectory_format"]) ?? "mini-swe-agent (message list)",
    taskName: textOf(document["instance_id"]) ?? nameOf(file.path),
    benchmark: null,
    statement: statementOf(steps),
    agent: "mini-swe-agent",
    model: textOf(objectAt(config, "model")["model_name"]),
    steps,
    error: ended === null || ORDINARY_ENDS.has(ended) ? null : ended,
    costUsd: amountOf(stats["instance_cost"]),
    ...tokensOf(messages as JsonObject[]),
    startedAt: timeOf(steps.find((step) => step.timestamp)?.timestamp),
  };
}

/** Tokens as the model's own replies count them; unknown where no reply says. */
function tokensOf(messages: readonly JsonObject[]): {
  inputTokens: number | null;
  outputTokens: number | null;
} {
  let inputTokens: number | null = null;
  let outputTokens: number | null = null;
  for (const message of messages) {
    const usage = objectAt(objectAt(objectAt(message, "extra"), "response"), "usage");
    const [input, output] = [numberOf(usage["prompt_tokens"]), numberOf(usage["completion_tokens"])];
    if (input !== null) inputTokens = (inputTokens ?? 0) + input;
    if (output !== null) outputTokens = (outputTokens ?? 0) + output;
  }
  return { inputTokens: countOf(inputTokens), outputTokens: countOf(outputTokens) };
}

/** The task as the first user message gives it: the issue text where it is marked, else the whole message. */
function statementOf(steps: readonly Step[]): string | null {
  const message = steps.find((step) => step.source === "user")?.message ?? null;
  if (message === null) return null;
  const marked =
    /<pr_description>\s*(?:Consider the following PR description:)?\s*([\s\S]*?)<\/pr_description>/.exec(
      message,
    )?.[1];
  return (marked ?? message).trim();
}

function nameOf(path: string): string {
  return basename(path).replace(/(\.traj)?\.json$/i, "");
}
