import { isObject, type JsonObject, messageText, objectAt, textOf, textsOf } from "../json-fields.ts";
import type { MemoryOutcome, MemoryType } from "../records.ts";
import { readVerdict } from "./read-verdict.ts";
import { readMarkdownItem } from "./reasoning-bank.ts";

/** What one record of an MTL pool says, in our words. */
export type MtlRecord = {
  type: MemoryType;
  content: JsonObject;
  benchmark: string | null;
  taskName: string;
  task: string;
  outcome: MemoryOutcome;
  tags: string[];
  /** Places in the list of steps where nothing could be read. */
  lostSteps: string[];
};

/** The field that is wrong, and how. */
export type MtlFault = { field: string; reason: string };

type Reading = { type: MemoryType; content: JsonObject; lostSteps?: string[] } | MtlFault;

/**
 * Reads one record of a Memory Transfer Learning pool: the spellings its writer writes, those its reader expects,
 * nested or flat, and the two older item shapes.
 */
export function readMtlRecord(row: JsonObject): MtlRecord | MtlFault {
  const reading = readContent(row);
  if ("field" in reading) return reading;
  return {
    lostSteps: [],
    ...reading,
    benchmark: textOf(row["benchmark"]),
    taskName: textOf(row["task_name"]) ?? "",
    task: textOf(row["task"]) ?? textOf(row["task_query"]) ?? "",
    outcome: readVerdict(row["llm_judge"] ?? row["judgement"]),
    tags: textsOf(row["tags"]),
  };
}

/** Does the row look like a record of such a pool? */
export function looksLikeMtl(row: unknown): row is JsonObject {
  if (!isObject(row)) return false;
  const shaped = [
    "workflow",
    "insight",
    "summary",
    "task_summary",
    "commands",
    "trajectory",
    "experience",
  ].some((key) => key in row);
  const flat = "title" in row && "content" in row;
  return (
    (shaped || flat) &&
    ("benchmark" in row || "task_name" in row || "task_query" in row) &&
    !("schema_version" in row)
  );
}

function readContent(row: JsonObject): Reading {
  if ("workflow" in row || row["type"] === "workflow") return readWorkflow(row);
  if ("task_summary" in row || "summary" in row || row["type"] === "summary") return readSummary(row);
  if ("insight" in row || "title" in row || "experience" in row || row["type"] === "insight")
    return readInsight(row);
  return readTrajectory(row);
}

function readWorkflow(row: JsonObject): Reading {
  const nested = isObject(row["workflow"]) ? row["workflow"] : row;
  const steps = nested["workflow"] ?? nested["steps"];
  const goal = textOf(nested["goal"]);
  if (goal === null)
    return { field: nested === row ? "goal" : "workflow.goal", reason: "The workflow has no goal." };
  const texts = Array.isArray(steps) ? textsOf(steps) : typeof steps === "string" ? steps.split("\n") : [];
  const said = texts.filter((step) => step.trim() !== "");
  const key = nested["workflow"] == null && "steps" in nested ? "steps" : "workflow";
  const field = nested === row ? key : `workflow.${key}`;
  if (said.length === 0) return { field, reason: "The workflow has no steps." };
  const lostSteps = placesWhere(steps, field, (step) => typeof step !== "string");
  return { type: "workflow", content: { goal, steps: said }, lostSteps };
}

function readSummary(row: JsonObject): Reading {
  const nested = isObject(row["summary"]) ? row["summary"] : row;
  const at = (key: string) => (nested === row ? key : `summary.${key}`);
  const taskSummary = textOf(nested["task_summary"]);
  const experience =
    textOf(nested["experience_summary"]) ?? textOf(nested["experience"]) ?? textOf(row["summary"]);
  if (taskSummary === null)
    return { field: at("task_summary"), reason: "The summary does not say what the task was." };
  if (experience === null)
    return { field: at("experience_summary"), reason: "The summary does not say what was learned." };
  return { type: "summary", content: { taskSummary, experience } };
}

function readInsight(row: JsonObject): Reading {
  const raw = row["insight"];
  if (typeof raw === "string") {
    const item = readMarkdownItem(raw);
    return item
      ? { type: "insight", content: item }
      : { field: "insight", reason: "The insight has no content." };
  }
  const nested = isObject(raw) ? raw : row;
  const content = textOf(nested["content"]) ?? textOf(nested["experience"]);
  const title = textOf(nested["title"]) ?? textOf(nested["when_to_use"]);
  const at = (key: string) => (nested === row ? key : `insight.${key}`);
  if (title === null) return { field: at("title"), reason: "The insight has no title." };
  if (content === null) return { field: at("content"), reason: "The insight has no content." };
  const description = textOf(nested["description"]) ?? textOf(nested["generalized_query"]) ?? title;
  return { type: "insight", content: { title, description, content } };
}

function readTrajectory(row: JsonObject): Reading {
  const field = "trajectory" in row ? "trajectory" : "commands";
  const raw = row[field];
  const list = Array.isArray(raw) ? raw : textsOf([raw]);
  const isChat = list.some((item) => isObject(item) && "role" in item);
  const steps = isChat ? pairMessages(list) : list.map(readCommand);
  const said = steps.filter((step) => step.action !== "" || step.observation !== "");
  if (said.length === 0) return { field, reason: "The trajectory has no commands." };
  const lostSteps = placesWhere(raw, field, (item) => !(isChat ? isObject(item) : isCommand(item)));
  return { type: "trajectory", content: { steps: said }, lostSteps };
}

function placesWhere(list: unknown, field: string, isLost: (item: unknown) => boolean): string[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item, index) => (isLost(item) ? [`${field}[${index}]`] : []));
}

function isCommand(item: unknown): boolean {
  if (!isObject(item)) return typeof item === "string" || Array.isArray(item);
  return ["action", "command", "observation", "output"].some((key) => key in item);
}

type ActionStep = { action: string; observation: string };

/** The reader's spelling: an assistant message is an action, the messages after it what came of it. */
function pairMessages(list: readonly unknown[]): ActionStep[] {
  const steps: ActionStep[] = [];
  for (const item of list) {
    if (!isObject(item)) continue;
    const text = messageText(item["message"] ?? item["content"]);
    const isAgent = item["role"] === "assistant" || item["role"] === "agent";
    const last = steps.at(-1);
    if (isAgent) steps.push({ action: text, observation: "" });
    else if (last) last.observation = last.observation === "" ? text : `${last.observation}\n${text}`;
    // What comes before the first action is the task, which the record holds apart.
  }
  return steps;
}

/** The writer's spelling: a command, a pair, or an object with the command and its output. */
function readCommand(item: unknown): ActionStep {
  if (typeof item === "string") return { action: item, observation: "" };
  if (Array.isArray(item)) return { action: messageText(item[0]), observation: messageText(item[1]) };
  const row = objectAt({ item }, "item");
  return {
    action: textOf(row["action"]) ?? textOf(row["command"]) ?? "",
    observation: textOf(row["observation"]) ?? textOf(row["output"]) ?? "",
  };
}
