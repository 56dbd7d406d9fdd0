import type { TypedContent } from "#lib/memories/content.ts";

/** One text of a memory, under the path that findings name it by. */
export type TextField = { field: string; text: string };

/** The texts of a memory in reading order. */
export function textFieldsOf(memory: TypedContent): TextField[] {
  switch (memory.type) {
    case "trajectory":
      return memory.content.steps.flatMap((step, i) => [
        { field: `steps.${i}.action`, text: step.action },
        { field: `steps.${i}.observation`, text: step.observation },
      ]);
    case "workflow":
      return [
        { field: "goal", text: memory.content.goal },
        ...memory.content.steps.map((text, i) => ({ field: `steps.${i}`, text })),
      ];
    case "summary":
      return [
        { field: "taskSummary", text: memory.content.taskSummary },
        { field: "experience", text: memory.content.experience },
      ];
    case "insight":
      return [
        { field: "title", text: memory.content.title },
        { field: "description", text: memory.content.description },
        { field: "content", text: memory.content.content },
      ];
  }
}

/**
 * The texts that ought to hold in any codebase: those of an insight and the goal of a workflow. Steps,
 * summaries and trajectories tell what happened and are concrete by design.
 */
export function generalFieldsOf(memory: TypedContent): TextField[] {
  if (memory.type === "insight") return textFieldsOf(memory);
  if (memory.type !== "workflow") return [];
  return textFieldsOf(memory).filter(({ field }) => field === "goal");
}
