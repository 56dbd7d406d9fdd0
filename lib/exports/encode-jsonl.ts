import type { ExportedMemory } from "./schema.ts";

/** Our own interchange format (docs/formats.md): one memory a line, fields in a fixed order, absent ones left out. */
export async function* encodeJsonl(memories: AsyncIterable<ExportedMemory>): AsyncGenerator<string> {
  for await (const memory of memories) yield `${JSON.stringify(lineOf(memory))}\n`;
}

function lineOf(memory: ExportedMemory): Record<string, unknown> {
  const { validFrom, validUntil, generator, sourceModel, tags, vectors } = memory;
  return {
    id: memory.id,
    type: memory.type,
    benchmark: memory.benchmark,
    taskName: memory.taskName,
    task: memory.task,
    outcome: memory.outcome,
    content: memory.content,
    lifecycle: memory.lifecycle,
    ...(validFrom ? { validFrom: validFrom.toISOString() } : {}),
    ...(validUntil ? { validUntil: validUntil.toISOString() } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    ...(generator === null ? {} : { generator }),
    ...(sourceModel === null ? {} : { sourceModel }),
    ...(vectors.length > 0 ? { embeddings: vectors } : {}),
  };
}
