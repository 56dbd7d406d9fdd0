import { lexicalEmbedding } from "#lib/embeddings/lexical-embedding.ts";
import type { DemoContent, DemoMemory } from "./types.ts";
import type { TypeOfMemory } from "./vocabulary.ts";

export type Retrieved = { memory: DemoMemory; similarity: number };

/** Gives the three nearest memories of a type that a run on a benchmark may see. */
export type Retriever = (query: string, benchmark: string) => Retrieved[];

const shownCount = 3;

/**
 * Exact search in the built-in lexical space over the servable memories of one type, the target's own benchmark left
 * out: what the retrieval page finds for the same words.
 */
export function makeRetriever(memories: readonly DemoMemory[], type: TypeOfMemory): Retriever {
  const entries = memories
    .filter((memory) => memory.type === type && isServable(memory))
    .map((memory) => ({ memory, vector: lexicalEmbedding(embeddedText(memory)) }));
  const vectors = new Map<string, Float32Array>();
  return (query, benchmark) => {
    const vector = vectors.get(query) ?? lexicalEmbedding(query);
    vectors.set(query, vector);
    return entries
      .filter(({ memory }) => memory.benchmark !== benchmark)
      .map((entry) => ({ memory: entry.memory, similarity: dot(entry.vector, vector) }))
      .sort((a, b) => b.similarity - a.similarity || (a.memory.id < b.memory.id ? -1 : 1))
      .slice(0, shownCount)
      .map(({ memory, similarity }) => ({ memory, similarity: Math.round(similarity * 1e6) / 1e6 }));
  };
}

/** Active, and not past a date of expiry (all dates but the stale memory's lie far ahead). */
export function isServable(memory: DemoMemory): boolean {
  return memory.lifecycle === "active" && (memory.validUntil === null || memory.validUntil > "2030");
}

/** What is embedded of each type: the task, the goal, the task summary, the title. */
export function embeddedText({ content, task }: { content: DemoContent; task: string }): string {
  if ("goal" in content) return content.goal;
  if ("taskSummary" in content) return content.taskSummary;
  if ("title" in content) return content.title;
  return task;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
