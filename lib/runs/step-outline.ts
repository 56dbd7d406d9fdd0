import type { TrajectoryStep } from "./schema.ts";
import { truncateText } from "./trajectory-steps.ts";

export const STEP_PARTS = ["message", "reasoning", "action", "observation"] as const;
export type StepPart = (typeof STEP_PARTS)[number];

/** The beginning of one part of a step; the rest is fetched when somebody asks for it. `length` is in characters. */
export type PartOutline = { part: StepPart; head: string; length: number };

/** What a page is sent of a step: its first line and the beginning of each part. `number` counts from 1. */
export type StepOutline = { number: number; source: string; line: string; parts: PartOutline[] };

const LINE_LIMIT = 140;
/** Characters that the beginnings of one trajectory may come to together: what a page can be sent at once. */
const BUDGET = 200_000;
const LONGEST_HEAD = 1500;
const SHORTEST_HEAD = 120;

/**
 * Outlines of steps whose beginnings together stay near 200,000 characters, however long the trajectory is: parts are
 * cut to between 120 and 1,500 characters, longer where there are fewer steps.
 */
export function outlineSteps(steps: readonly TrajectoryStep[]): StepOutline[] {
  const long = steps
    .flatMap((step) => partsOf(step))
    .filter(({ text }) => text.length > SHORTEST_HEAD).length;
  const limit = Math.min(LONGEST_HEAD, Math.max(SHORTEST_HEAD, Math.floor(BUDGET / Math.max(1, long))));
  return steps.map((step, i) => ({
    number: i + 1,
    source: step.source.slice(0, 24),
    line: firstLine(step),
    parts: partsOf(step).map(({ part, text }) => ({
      part,
      head: truncateText(text, limit).text,
      length: text.length,
    })),
  }));
}

/** The parts a step has, in reading order. */
export function partsOf(step: TrajectoryStep): { part: StepPart; text: string }[] {
  return STEP_PARTS.flatMap((part) => {
    const text = step[part];
    return text === null ? [] : [{ part, text }];
  });
}

/** The first line with anything on it: of the action, else of what there is. */
function firstLine(step: TrajectoryStep): string {
  const text = step.action ?? step.message ?? step.reasoning ?? step.observation ?? "";
  const line =
    text
      .slice(0, 4000)
      .split("\n", 20)
      .find((each) => each.trim() !== "") ?? "(empty)";
  return truncateText(line.trim(), LINE_LIMIT).text;
}
