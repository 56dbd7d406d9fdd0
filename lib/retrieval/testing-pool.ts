import type { Db } from "#lib/db/client.ts";
import type { EmbeddingSpace, Memory, MemoryType } from "#lib/db/generated/client.ts";
import { activateSpace, ensureSpace, type SpaceKey } from "#lib/embeddings/spaces.ts";
import { writeEmbeddings } from "#lib/embeddings/write-embeddings.ts";
import type { TypedContent } from "#lib/memories/content.ts";
import { createMemory, ensureBenchmarks, type MemoryDraft } from "#lib/memories/record.ts";

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
export async function seedMemory(db: Db, { text, type = "insight", ...given }: Given): Promise<Memory> {
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

/** Creates a space, gives the memories these vectors in it, and makes it the active one. */
export async function seedSpace(
  db: Db,
  key: SpaceKey,
  vectors: readonly { memory: Memory; vector: ArrayLike<number> }[],
): Promise<EmbeddingSpace> {
  const space = await ensureSpace(db, key);
  const rows = vectors.map(({ memory, vector }) => ({
    memoryId: memory.id,
    textHash: "test",
    contentHash: memory.contentHash,
    vector,
  }));
  await writeEmbeddings(db, space, rows);
  return activateSpace(db, space.id);
}
