import type { ExportedMemory } from "./schema.ts";

/** The model whose vectors an MTL pool holds. */
const MTL_EMBEDDING_MODEL = "text-embedding-3-small";
const NO_VERDICT = null;

/** An MTL pool as one JSON list, in the spelling its reader expects; every record also has what the writer writes. */
export async function* encodeMtl(memories: AsyncIterable<ExportedMemory>): AsyncGenerator<string> {
  let first = true;
  for await (const memory of memories) {
    yield `${first ? "[\n" : ",\n"}${JSON.stringify(recordOf(memory))}`;
    first = false;
  }
  yield first ? "[]\n" : "\n]\n";
}

function recordOf(memory: ExportedMemory): Record<string, unknown> {
  const verdict = memory.outcome === "unknown" ? NO_VERDICT : memory.outcome === "passed";
  const vector = memory.vectors.find(({ model }) => model === MTL_EMBEDDING_MODEL)?.vector;
  const common = {
    // Not MTL's: by it an import knows its own memories again, whatever they were born from.
    carryover_id: memory.id,
    benchmark: memory.benchmark,
    task_name: memory.taskName,
    task: memory.task,
    type: memory.type,
    llm_judge: verdict,
    judgement: verdict,
  };
  const { content } = memory;
  switch (memory.type) {
    case "trajectory":
      return { ...common, ...trajectoryOf(content), ...(vector ? { embedding: vector } : {}) };
    case "workflow":
      return {
        ...common,
        workflow: { goal: content["goal"], workflow: content["steps"] },
        ...(vector ? { key_embedding: vector } : {}),
      };
    case "summary": {
      const summary = { task_summary: content["taskSummary"], experience_summary: content["experience"] };
      return {
        ...common,
        ...summary,
        summary,
        ...(vector ? { embedding: vector, key_embedding: vector } : {}),
      };
    }
    case "insight":
      return { ...common, insight: content, ...(vector ? { key_embedding: vector } : {}) };
  }
}

function trajectoryOf(content: Record<string, unknown>): Record<string, unknown> {
  const steps = content["steps"] as { action: string; observation: string }[];
  return {
    commands: steps.map((step) => step.action),
    trajectory: steps.flatMap((step) => [
      { role: "assistant", message: step.action },
      { role: "user", message: step.observation },
    ]),
  };
}
