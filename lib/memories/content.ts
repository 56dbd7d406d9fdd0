import { z } from "zod";
import type { MemoryType } from "#lib/db/generated/enums.ts";

// The words of this domain, used exactly so in code, interface and docs:
//   memory     one record of the pool, of one type (not: note, item, entry)
//   type       trajectory, workflow, summary or insight: from concrete to abstract
//   revision   one version of a memory, with who, when, why and the diff (not: history item)
//   lifecycle  candidate, active or deprecated (not: status)
//   servable   active and inside its validity window: what retrieval may show

/** The four types, from concrete to abstract. */
export const memoryTypes = [
  "trajectory",
  "workflow",
  "summary",
  "insight",
] as const satisfies readonly MemoryType[];

const line = z.string().trim().min(1, "Must not be empty");

const trajectoryContent = z.strictObject({
  steps: z
    .array(z.strictObject({ action: z.string(), observation: z.string() }))
    .min(1, "Needs at least one step"),
});
const workflowContent = z.strictObject({
  goal: line,
  steps: z.array(line).min(1, "Needs at least one step"),
});
const summaryContent = z.strictObject({ taskSummary: line, experience: line });
const insightContent = z.strictObject({ title: line, description: line, content: line });

/** The zod schema of each type's content. */
export const contentSchemas = {
  trajectory: trajectoryContent,
  workflow: workflowContent,
  summary: summaryContent,
  insight: insightContent,
} as const;

export type TrajectoryContent = z.infer<typeof trajectoryContent>;
type WorkflowContent = z.infer<typeof workflowContent>;
type SummaryContent = z.infer<typeof summaryContent>;
type InsightContent = z.infer<typeof insightContent>;

/** Type and content together: narrowing the type narrows the content. */
export type TypedContent =
  | { type: "trajectory"; content: TrajectoryContent }
  | { type: "workflow"; content: WorkflowContent }
  | { type: "summary"; content: SummaryContent }
  | { type: "insight"; content: InsightContent };

/**
 * Content read back from the database or a file, checked against its type.
 * @throws ZodError when it is not of that type
 */
export function parseContent(type: MemoryType, content: unknown): TypedContent {
  switch (type) {
    case "trajectory":
      return { type, content: trajectoryContent.parse(content) };
    case "workflow":
      return { type, content: workflowContent.parse(content) };
    case "summary":
      return { type, content: summaryContent.parse(content) };
    case "insight":
      return { type, content: insightContent.parse(content) };
  }
}

const titleLength = 160;

/** What a table shows of a memory: an insight's title, a workflow's goal, else the first line of the task. */
export function titleOf(memory: TypedContent, task: string): string {
  const text = headlineOf(memory, task);
  const first =
    text
      .split("\n")
      .find((part) => part.trim())
      ?.trim() ?? "";
  if (first.length <= titleLength) return first || "(untitled)";
  // A letter of two halves (an emoji) that the cut falls into is left out whole: no database stores half of it.
  return `${first.slice(0, titleLength - 1).replace(/\p{Surrogate}$/u, "")}…`;
}

function headlineOf(memory: TypedContent, task: string): string {
  switch (memory.type) {
    case "trajectory":
      return task;
    case "workflow":
      return memory.content.goal;
    case "summary":
      return memory.content.taskSummary;
    case "insight":
      return memory.content.title;
  }
}

/** What a memory says beside its title, as plain text. */
export function bodyOf(memory: TypedContent): string {
  switch (memory.type) {
    case "trajectory":
      return plainTextOf(memory);
    case "workflow":
      return memory.content.steps.join("\n");
    case "summary":
      return memory.content.experience;
    case "insight":
      return `${memory.content.description}\n${memory.content.content}`;
  }
}

/** The whole content as plain text, in reading order: what search looks through. */
export function plainTextOf(memory: TypedContent): string {
  switch (memory.type) {
    case "trajectory":
      return memory.content.steps.map((step) => `${step.action}\n${step.observation}`).join("\n");
    case "workflow":
      return [memory.content.goal, ...memory.content.steps].join("\n");
    case "summary":
      return `${memory.content.taskSummary}\n${memory.content.experience}`;
    case "insight":
      return `${memory.content.title}\n${memory.content.description}\n${memory.content.content}`;
  }
}
