import type { MemoryType } from "#lib/db/generated/enums.ts";
import { memoryTypes } from "#lib/memories/content.ts";

/** What a person or a model says of the task beside its text: how the agent means to go about it, and what for. */
export type QueryTexts = { text: string; plan?: string | undefined; goal?: string | undefined };

/** The text that memories of one type are compared with, and which of the three it is. */
export type TypeQuery = { type: MemoryType; kind: "task text" | "plan" | "goal"; text: string };

/**
 * The query of each type. Memory Transfer Learning (arXiv 2604.14004) compares trajectories with the task's text,
 * workflows and insights with the agent's plan, summaries with its goal; where plan or goal is not given, the task's
 * text stands in.
 */
export function typeQueries({ text, plan, goal }: QueryTexts, type: MemoryType | "all"): TypeQuery[] {
  const planned = plan?.trim() ? ({ kind: "plan", text: plan.trim() } as const) : null;
  const wanted = goal?.trim() ? ({ kind: "goal", text: goal.trim() } as const) : null;
  const own = { trajectory: null, workflow: planned, summary: wanted, insight: planned };
  const types = type === "all" ? memoryTypes : [type];
  return types.map((type) => ({ type, ...(own[type] ?? { kind: "task text", text }) }));
}
