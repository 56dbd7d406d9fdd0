import { memoryTypes } from "#lib/memories/content.ts";
import { previewRetrieval } from "#lib/retrieval/preview-retrieval.ts";
import { retrievalMethods } from "#lib/retrieval/schema.ts";
import { ok } from "#lib/shared/result.ts";
import { type Command, UsageError } from "./command.ts";
import { choiceOf, given, numberOf, rejectPositionals, textOf } from "./read-values.ts";
import { fixed, textTable } from "./text-table.ts";

export const retrieveCommand: Command = {
  summary: "Shows what retrieval would give the agent: the nearest servable memories and the prompt block.",
  usage: `retrieve (--query TEXT | --task ID) [options]

  --query TEXT        what the agent is asked to do
  --task ID           a task of the pool, instead of a query
  --plan TEXT         the agent's plan; workflows and insights are compared with it
  --goal TEXT         the agent's goal; summaries are compared with it (both default to the query)
  --type NAME         ${memoryTypes.join(", ")} or all (all)
  --target BENCHMARK  benchmark of the task; its own memories are left out
  --k NUMBER          number of memories (3)
  --method NAME       ${retrievalMethods.join(", ")} (embedding)
  --json              {query, space, results, prompt, ...}`,
  options: {
    query: { type: "string" },
    task: { type: "string" },
    plan: { type: "string" },
    goal: { type: "string" },
    type: { type: "string" },
    target: { type: "string" },
    k: { type: "string" },
    method: { type: "string" },
  },
  needsDatabase: true,
  run: async (input, { db, signal, finishEmbedding }) => {
    rejectPositionals(input);
    const [query, taskId] = [textOf(input, "query"), textOf(input, "task")];
    if ((query === undefined) === (taskId === undefined)) throw new UsageError("Give --query or --task.");
    const request = given({
      query,
      taskId,
      plan: textOf(input, "plan"),
      goal: textOf(input, "goal"),
      type: choiceOf(input, "type", [...memoryTypes, "all"]),
      target: textOf(input, "target"),
      k: numberOf(input, "k"),
      method: choiceOf(input, "method", retrievalMethods),
    });
    await finishEmbedding();
    const preview = await previewRetrieval(db, request, { signal });
    if (!preview.ok) return preview;
    const { space, results, prompt, promptTokens, spaceNotes } = preview.value;
    const table = textTable(
      ["rank", "similarity", "type", "benchmark", "memory", "title"],
      results.map((row) => [
        row.rank,
        fixed(row.similarity),
        row.type,
        row.benchmark,
        row.memoryId,
        row.title,
      ]),
    );
    const notes = spaceNotes.map((note) => `Note: ${note}`);
    const text = [`Space ${space.name}`, ...notes, table, "", `Prompt (${promptTokens} tokens):`, prompt];
    return ok({ json: { ...preview.value, space: space.name }, text: text.join("\n") });
  },
};
