import { type TrajectoryStep, trajectoryStepSchema } from "./schema.ts";

/**
 * The stored steps of a trajectory as text.
 * What isn't in the expected shape is kept as JSON in `message`, so that a foreign step is shown, not lost.
 */
export function parseSteps(stored: unknown): TrajectoryStep[] {
  if (!Array.isArray(stored)) return [];
  return stored.map((raw: unknown) => {
    const parsed = trajectoryStepSchema.safeParse(raw);
    if (!parsed.success) {
      return { source: "unknown", message: asText(raw), reasoning: null, action: null, observation: null };
    }
    const { source, message, reasoning, action, observation } = parsed.data;
    return {
      source: source ?? "agent",
      message: message || null,
      reasoning: reasoning || null,
      action: action || null,
      observation: observation || null,
    };
  });
}

/** A text and how many characters of it are left out. */
export type PartText = { text: string; omitted: number };

/** Cuts a text to at most `limit` characters and says how many are left out. Never splits a surrogate pair. */
export function truncateText(text: string, limit: number): PartText {
  if (text.length <= limit) return { text, omitted: 0 };
  const code = text.charCodeAt(limit - 1);
  const end = code >= 0xd800 && code <= 0xdbff ? limit - 1 : limit;
  return { text: text.slice(0, end), omitted: text.length - end };
}

/** A step as plain text, whole: for the download of one long step. */
export function stepToText(step: TrajectoryStep): string {
  const parts = [
    ["message", step.message],
    ["reasoning", step.reasoning],
    ["action", step.action],
    ["observation", step.observation],
  ] as const;
  return parts.flatMap(([name, text]) => (text === null ? [] : [`[${name}]\n${text}\n`])).join("\n");
}

export type ShownInLog = {
  title: string;
  /** What the agent read; null where the log only names the memory. */
  text: string | null;
  /** All that the log says. */
  raw: string;
  benchmark: string | null;
};

/** A memory as the agent's log shows it, whichever of the four types it is. */
export function describeShown(shown: unknown): ShownInLog {
  const raw = asText(shown);
  if (typeof shown !== "object" || shown === null) {
    return { title: "Memory not in the pool", text: raw, raw, benchmark: null };
  }
  const record = shown as Record<string, unknown>;
  const title = firstText(record, ["title", "goal", "taskSummary", "task_summary", "task", "task_name"]);
  const text = firstText(record, ["content", "experience", "experience_summary", "text"]);
  const benchmark = record["benchmark"];
  return {
    title: title ?? "Memory not in the pool",
    text: text ?? stepsOf(record),
    raw,
    benchmark: typeof benchmark === "string" ? benchmark : null,
  };
}

/** A workflow's steps, a line each. */
function stepsOf({ steps }: Record<string, unknown>): string | null {
  if (!Array.isArray(steps) || steps.length === 0) return null;
  return steps.map(asText).join("\n");
}

/** The first text under one of the names, in the record or in a record one level below it. */
function firstText(record: Record<string, unknown>, names: readonly string[]): string | null {
  const nested = Object.values(record).filter(
    (value): value is Record<string, unknown> =>
      typeof value === "object" && value !== null && !Array.isArray(value),
  );
  for (const name of names) {
    for (const each of [record, ...nested]) {
      const value = each[name];
      if (typeof value === "string" && value.trim() !== "") return value;
    }
  }
  return null;
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value, null, 2) ?? "");
}
