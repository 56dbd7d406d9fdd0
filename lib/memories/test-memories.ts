import { randomUUID } from "node:crypto";
import type { RootDb } from "#lib/db/client.ts";
import type { Memory } from "#lib/db/generated/client.ts";
import { createMemory, ensureBenchmarks, type MemoryDraft } from "./record.ts";

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
