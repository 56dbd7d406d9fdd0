import { memoryTypes } from "#lib/memories/content.ts";
import { defaultEmbeddedText, type EmbeddedTextSetting } from "#lib/memories/embedded-text.ts";

const labels: Record<string, string> = {
  task: "task statement",
  content: "whole content",
  goal: "goal",
  taskSummary: "task summary",
  title: "title",
};

const choices: { [Type in keyof EmbeddedTextSetting]: readonly EmbeddedTextSetting[Type][] } = {
  trajectory: ["task", "content"],
  workflow: ["goal", "task", "content"],
  summary: ["taskSummary", "task", "content"],
  insight: ["title", "task", "content"],
};

/** What a form offers for each type, the published default first and called so. */
export const embeddedTextOptions = memoryTypes.map((type) => ({
  type,
  options: choices[type].map((value) => ({
    value,
    label: value === defaultEmbeddedText[type] ? `${labels[value]} (default)` : (labels[value] ?? value),
  })),
}));
