import type { TypedContent } from "#lib/memories/content.ts";
import type { memoryOutcomes } from "#lib/memories/search-params.ts";

/** The content while it is typed; the same shape for every type, so that nothing typed is lost. */
export type FormValues = {
  task: string;
  outcome: (typeof memoryOutcomes)[number];
  content: TypedContent["content"];
};

/** The plain fields of each type, in reading order, with how many lines they are given. */
export const plainFields = {
  insight: [
    { name: "title", label: "Title", rows: 1, description: "What retrieval compares with the task." },
    { name: "description", label: "Description", rows: 2, description: "When it applies." },
    { name: "content", label: "Content", rows: 8, description: "What to do, in words that apply elsewhere." },
  ],
  summary: [
    {
      name: "taskSummary",
      label: "Task summary",
      rows: 4,
      description: "What retrieval compares with the task.",
    },
    { name: "experience", label: "Experience", rows: 10, description: "What was learned." },
  ],
  workflow: [{ name: "goal", label: "Goal", rows: 2, description: "What retrieval compares with the task." }],
  trajectory: [],
} as const satisfies Record<
  TypedContent["type"],
  readonly { name: string; label: string; rows: number; description: string }[]
>;

/** A field of the content by name; "" when the content has none. */
export function readField(content: TypedContent["content"], name: string): string {
  const value: unknown = (content as Record<string, unknown>)[name];
  return typeof value === "string" ? value : "";
}

/** A copy of the content with one field replaced. */
export function withField<C extends TypedContent["content"]>(content: C, name: string, value: unknown): C {
  return { ...content, [name]: value };
}

/** Whether two sets of values say the same. */
export function sameValues(a: FormValues, b: FormValues): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The values as plain text, for a line diff. */
export function textOfValues(type: TypedContent["type"], { content, outcome, task }: FormValues): string {
  const fields = plainFields[type].map(({ name, label }) => `${label}: ${readField(content, name)}`);
  const steps =
    "steps" in content
      ? content.steps.map((step, index) =>
          typeof step === "string"
            ? `${index + 1}. ${step}`
            : `${index + 1}. ${step.action}\n${step.observation}`,
        )
      : [];
  return [...fields, ...steps, `Outcome: ${outcome}`, `Task: ${task}`].join("\n");
}
