import { randomUUID } from "node:crypto";
import type { Db, RootDb } from "#lib/db/client.ts";
import type { Memory, MemoryType } from "#lib/db/generated/client.ts";
import type { TypedContent } from "#lib/memories/content.ts";
import { createMemory, ensureBenchmarks, type MemoryDraft } from "#lib/memories/record.ts";

/** An insight with everything a memory needs; tests name only what they are about. */
export function insightDraft(change: Partial<MemoryDraft> & { title?: string } = {}): MemoryDraft {
  const { title = "Run the failing test first", ...rest } = change;
  return {
    type: "insight",
    content: {
      title,
      description: "Before any edit",
      content: "Reproduce the failure before you touch code.",
    },
    benchmarkName: "swebench",
    taskName: `task-${randomUUID()}`,
    task: "Fix the parser that drops the last line.",
    outcome: "passed",
    sourceFormat: "carryover-memory/1",
    ...rest,
  } as MemoryDraft;
}

/** Writes memories as an import would, for the tests of queries and verbs. */
export async function seedMemory(db: RootDb, draft: MemoryDraft = insightDraft()): Promise<Memory> {
  return db.$transaction(async (tx) => {
    await ensureBenchmarks(tx, [draft.benchmarkName]);
    return createMemory(tx, draft, { kind: "import", actor: "importer" });
  });
}

/** What drafts of Aider have in common. */
export const aiderPassed = {
  benchmarkName: "aider",
  taskName: "t",
  outcome: "passed",
  sourceFormat: "test",
} as const;

/** A draft of an insight of Aider with that title. */
export function aiderInsight(title: string, over: Partial<MemoryDraft> = {}): MemoryDraft {
  const content = { title, description: "When it helps", content: `What to do about ${title}` };
  return { ...aiderPassed, task: "Fix the parser", type: "insight", content, ...over } as MemoryDraft;
}

/** A small content of each type that says `text`. */
export function contentSaying(type: MemoryType, text: string): TypedContent {
  switch (type) {
    case "trajectory":
      return { type, content: { steps: [{ action: `echo ${text}`, observation: text }] } };
    case "workflow":
      return { type, content: { goal: text, steps: ["ls", "npm test"] } };
    case "summary":
      return { type, content: { taskSummary: text, experience: `It went like this: ${text}` } };
    case "insight":
      return { type, content: { title: text, description: "In short.", content: `At length: ${text}.` } };
  }
}

type Given = Partial<Omit<MemoryDraft, "type" | "content">> & { type?: MemoryType; text: string };

/** Writes a memory for a test; active, passed, of benchmark Alpha and type insight unless told otherwise. */
export async function seedMemorySaying(db: Db, { text, type = "insight", ...given }: Given): Promise<Memory> {
  const benchmarkName = given.benchmarkName ?? "Alpha";
  await ensureBenchmarks(db, [benchmarkName]);
  const draft: MemoryDraft = {
    ...contentSaying(type, text),
    taskName: "task-1",
    task: `Task of ${text}`,
    outcome: "passed",
    sourceFormat: "test",
    ...given,
    benchmarkName,
  };
  return createMemory(db, draft, { kind: "import", actor: "test" });
}
