import { findBenchmark } from "#lib/benchmarks/benchmarks-sql.ts";
import type { Db } from "#lib/db/client.ts";
import { spaceName } from "#lib/embeddings/spaces.ts";
import { type Env, readEnv } from "#lib/env.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { countPromptTokens } from "./count-tokens.ts";
import { embedRequest } from "./embed-request.ts";
import { findQueryTask } from "./find-query-task.ts";
import { listExclusions } from "./list-exclusions.ts";
import { pickMemories } from "./pick-memories.ts";
import { renderPrompt } from "./prompt.ts";
import { typeQueries } from "./query-texts.ts";
import { type RetrievalPreview, type RetrievalRequest, retrievalRequest } from "./schema.ts";

type Options = { env?: Env; at?: Date; signal?: AbortSignal | undefined };

/**
 * What retrieval would hand the agent: the nearest eligible memories, why each is eligible, what was left out and why,
 * and the exact prompt block. Writes nothing. Serves the page, the CLI and the API alike.
 * @returns "invalid" for the request, "not_found" for its task, "unavailable" for an embedding or chat model
 */
export async function previewRetrieval(
  db: Db,
  input: RetrievalRequest,
  { env = readEnv(), at = new Date(), signal }: Options = {},
): Promise<Result<RetrievalPreview>> {
  const parsed = retrievalRequest.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const message = issue?.message ?? "The request can't be read.";
    return err("invalid", message, { [String(issue?.path[0] ?? "query")]: [message] });
  }
  const request = parsed.data;
  const task = request.taskId ? await findQueryTask(db, request.taskId) : null;
  if (request.taskId && !task) return err("not_found", "There is no such task. Choose one from the list.");
  const query = task ? task.statement : (request.query ?? "");
  const wanted = request.target === undefined ? (task?.benchmark ?? null) : request.target;
  const target = wanted && (await findBenchmark(db, wanted));
  if (wanted && !target) {
    return err("invalid", `There is no benchmark ${wanted}.`, {
      target: ["Choose a benchmark of the pool."],
    });
  }
  const texts = { text: query, plan: request.plan, goal: request.goal };
  const queries = typeQueries(texts, request.type);
  // What is left out of another type is compared too, with its own query.
  const everyQuery = typeQueries(texts, "all");
  const embedded = await embedRequest(db, [query, ...everyQuery.map(({ text }) => text)], env, signal);
  if (!embedded.ok) return embedded;
  const { space, vectors, notes } = embedded.value;
  const filter = {
    space,
    vector: vectors.get(query) as Float32Array,
    vectorOf: Object.fromEntries(everyQuery.map(({ type, text }) => [type, vectors.get(text)])),
    type: request.type === "all" ? null : request.type,
    target,
    at,
  };
  const [picked, explained] = await Promise.all([
    pickMemories(db, filter, { ...request, query }, env, signal),
    listExclusions(db, filter),
  ]);
  if (!picked.ok) return picked;
  const { text, unmarkedFailures } = renderPrompt(picked.value.memories, request.showPolarity);
  return ok({
    query,
    queries,
    task: task && {
      id: task.id,
      name: task.name,
      benchmark: task.benchmark,
      hasStatement: task.hasStatement,
    },
    target,
    type: request.type,
    method: request.method,
    showPolarity: request.showPolarity,
    model: picked.value.model,
    space: {
      id: space.id,
      name: spaceName(space),
      provider: space.provider,
      model: space.model,
      dimensions: space.dimensions,
    },
    spaceNotes: notes,
    results: picked.value.results,
    prompt: text,
    promptTokens: await countPromptTokens(text),
    unmarkedFailures,
    ...explained,
  });
}
