import type { RootDb } from "#lib/db/client.ts";
import { createMemory, ensureBenchmarks, type MemoryDraft } from "#lib/memories/record.ts";
import { ok } from "#lib/shared/result.ts";
import type { EmbeddingProvider } from "./provider.ts";

export const shared = {
  benchmarkName: "aider",
  taskName: "t",
  outcome: "passed",
  sourceFormat: "test",
} as const;

/** A draft of an insight with that title. */
export function insight(title: string, over: Partial<MemoryDraft> = {}): MemoryDraft {
  const content = { title, description: "When it helps", content: `What to do about ${title}` };
  return { ...shared, task: "Fix the parser", type: "insight", content, ...over } as MemoryDraft;
}

/** Creates a memory and its benchmark. */
export async function addMemory(db: RootDb, draft: MemoryDraft) {
  await ensureBenchmarks(db, [draft.benchmarkName]);
  return createMemory(db, draft, { kind: "import", actor: "ada" });
}

/** A provider of 2,000 dimensions that refuses texts with "bad" in them. */
export function fakeServer(): EmbeddingProvider & { sent: string[] } {
  const sent: string[] = [];
  return {
    provider: "openai",
    model: "loopback-2000",
    dimensions: 2000,
    sent,
    embed: async (texts) => {
      sent.push(...texts);
      const failures = texts.flatMap((text, index) =>
        text.includes("bad") ? [{ index, reason: "refused" }] : [],
      );
      const vectors = texts.map((text) =>
        text.includes("bad") ? null : new Float32Array(2000).fill(text.length),
      );
      return ok({ dimensions: 2000, vectors, failures, stopped: null });
    },
  };
}
