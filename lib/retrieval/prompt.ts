import type { MemoryOutcome } from "#lib/db/generated/enums.ts";
import type { TypedContent } from "#lib/memories/content.ts";

/** What the prompt needs of a retrieved memory. */
export type PromptMemory = TypedContent & {
  task: string;
  outcome: MemoryOutcome;
  /** The wording made for this task, where there is one: stands in for the content. */
  rewritten?: string | null;
};

export type PromptBlock = {
  text: string;
  /** 1-based numbers of items born from failed attempts that the text shows without saying so. */
  unmarkedFailures: number[];
};

/** Observations of a trajectory are cut here, as in the published agent. */
export const observationLimit = 300;

const names = {
  trajectory: "records of earlier attempts",
  workflow: "workflows",
  summary: "summaries of earlier attempts",
  insight: "insights",
} as const;

/**
 * The block that stands after the agent's system prompt. Like the published agent it shows the verdict of trajectories
 * and summaries only, so that a workflow or insight drawn from a failure reads like a recipe; `showPolarity` marks
 * those too.
 */
export function renderPrompt(memories: readonly PromptMemory[], showPolarity: boolean): PromptBlock {
  if (memories.length === 0) return { text: "", unmarkedFailures: [] };
  const items = memories.map((memory, index) => renderItem(memory, index + 1, showPolarity));
  const unmarkedFailures = memories.flatMap((memory, index) =>
    memory.outcome === "failed" && !showPolarity && !showsVerdict(memory) ? [index + 1] : [],
  );
  return { text: [...introduction(memories), ...items].join("\n\n"), unmarkedFailures };
}

function introduction(memories: readonly PromptMemory[]): string[] {
  const types = [...new Set(memories.map((memory) => memory.type))];
  const kinds = types.map((type) => names[type]).join(" and ");
  const lines = [
    `You have ${kinds} from tasks worked on before, in other settings than this one. Take from them what fits here and leave the rest.`,
    `Begin every step by stating which item you use ("Memory Item 1"), or that none of them applies.`,
  ];
  if (types.some((type) => type === "workflow" || type === "trajectory")) {
    lines.push(
      "Whether an attempt passed was judged by a language model, and such verdicts are sometimes wrong. Check for yourself before you rely on an item, and do not repeat the steps of an attempt that failed.",
    );
  }
  return lines;
}

function renderItem(memory: PromptMemory, number: number, showPolarity: boolean): string {
  const lines = [`## Memory Item ${number}`];
  if (showsVerdict(memory) && memory.outcome !== "unknown") {
    lines.push(`Verdict: ${memory.outcome === "passed" ? "the attempt passed" : "the attempt failed"}`);
  }
  if (showPolarity && memory.outcome === "failed") {
    lines.push("Warning: learned from a failed attempt. It tells what to avoid, not what to do.");
  }
  lines.push(memory.rewritten ?? bodyOf(memory));
  return lines.join("\n");
}

function showsVerdict(memory: PromptMemory): boolean {
  return memory.type === "trajectory" || memory.type === "summary";
}

function bodyOf(memory: PromptMemory): string {
  switch (memory.type) {
    case "trajectory":
      return [
        `Task: ${memory.task}`,
        ...memory.content.steps.map(
          ({ action, observation }, index) =>
            `Step ${index + 1}\nAction: ${action}\nObservation: ${cut(observation)}`,
        ),
      ].join("\n");
    case "workflow":
      return [
        `Goal: ${memory.content.goal}`,
        ...memory.content.steps.map((step, index) => `${index + 1}. ${step}`),
      ].join("\n");
    case "summary":
      return `Task: ${memory.content.taskSummary}\nExperience: ${memory.content.experience}`;
    case "insight":
      return `Title: ${memory.content.title}\nDescription: ${memory.content.description}\nContent: ${memory.content.content}`;
  }
}

function cut(text: string): string {
  const kept = [...text.slice(0, observationLimit * 2)].slice(0, observationLimit).join("");
  return kept.length === text.length ? text : `${kept} [cut]`;
}
