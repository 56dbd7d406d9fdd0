import type { MemoryType } from "#lib/db/generated/enums.ts";
import { lexicalEmbedding } from "#lib/embeddings/lexical-embedding.ts";
import type { DemoContent, DemoMemory } from "./types.ts";

export type Retrieved = { memory: DemoMemory; similarity: number };

/** Gives the three nearest memories of a type that a run on a benchmark may see. */
export type Retriever = (query: string, benchmark: string) => Retrieved[];

const shownCount = 3;

/**
 * Exact search in the built-in lexical space over the servable memories of one type, the target's own benchmark left
 * out: what the retrieval page finds for the same words.
 */
export function makeRetriever(memories: readonly DemoMemory[], type: MemoryType): Retriever {
  const entries = memories
    .filter((memory) => memory.type === type && isServable(memory))
    .map((memory) => ({ memory, vector: lexicalEmbedding(embeddedText(memory)) }));
  // Attempts often ask the same.
  const known = new Map<string, Retrieved[]>();
  return (query, benchmark) => {
    const earlier = known.get(`${benchmark}\n${query}`);
    if (earlier) return earlier;
    const vector = lexicalEmbedding(query);
    const nearest: Retrieved[] = [];
    for (const { memory, vector: other } of entries) {
      if (memory.benchmark === benchmark) continue;
      const similarity = Math.round(dot(other, vector) * 1e6) / 1e6;
      const last = nearest[shownCount - 1];
      if (last && !isNearer({ memory, similarity }, last)) continue;
      nearest.push({ memory, similarity });
      nearest.sort((a, b) => (isNearer(a, b) ? -1 : 1));
      nearest.length = Math.min(nearest.length, shownCount);
    }
    known.set(`${benchmark}\n${query}`, nearest);
    return nearest;
  };
}

/** Ties go to the smaller id, so that the order never depends on the order of the pool. */
function isNearer(a: Retrieved, b: Retrieved): boolean {
  return a.similarity === b.similarity ? a.memory.id < b.memory.id : a.similarity > b.similarity;
}

/** Active, and not past a date of expiry (all dates but the stale memory's lie far ahead). */
function isServable(memory: DemoMemory): boolean {
  return memory.lifecycle === "active" && (memory.validUntil === null || memory.validUntil > "2030");
}

/** What is embedded of each type: the task, the goal, the task summary, the title. */
export function embeddedText({ content, task }: { content: DemoContent; task: string }): string {
  if ("goal" in content) return content.goal;
  if ("taskSummary" in content) return content.taskSummary;
  if ("title" in content) return content.title;
  return task;
}

/** Four sums at a time, which lets the processor overlap them. Lengths are multiples of four. */
function dot(a: Float32Array, b: Float32Array): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let i = 0; i < a.length; i += 4) {
    first += (a[i] as number) * (b[i] as number);
    second += (a[i + 1] as number) * (b[i + 1] as number);
    third += (a[i + 2] as number) * (b[i + 2] as number);
    fourth += (a[i + 3] as number) * (b[i + 3] as number);
  }
  return first + second + third + fourth;
}
