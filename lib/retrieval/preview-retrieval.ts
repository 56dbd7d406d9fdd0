import { findBenchmark } from "#lib/benchmarks/same-benchmarks.ts";
import { chatSettings } from "#lib/chat/chat-client.ts";
import type { Db } from "#lib/db/client.ts";
import { spaceName } from "#lib/embeddings/spaces.ts";
import { type Env, readEnv } from "#lib/env.ts";
import { parseContent } from "#lib/memories/content.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { candidateLimit, chooseByChat } from "./choose-by-chat.ts";
import { countPromptTokens } from "./count-tokens.ts";
import { embedRequest } from "./embed-request.ts";
import { explainEligibility } from "./explain-eligibility.ts";
import { listNearest } from "./nearest.ts";
import { type PromptMemory, renderPrompt } from "./prompt.ts";
import {
  type RetrievalMethod,
  type RetrievalPreview,
  type RetrievalRequest,
  type RetrievedMemory,
  retrievalRequest,
} from "./schema.ts";

type Options = { env?: Env; at?: Date; signal?: AbortSignal | undefined };
type Picked = { results: RetrievedMemory[]; memories: PromptMemory[]; model: string | null };

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
  const task = request.taskId ? await getTask(db, request.taskId) : null;
  if (request.taskId && !task) return err("not_found", "There is no such task. Choose one from the list.");
  const query = task ? task.statement : (request.query ?? "");
  const wanted = request.target === undefined ? (task?.benchmark ?? null) : request.target;
  const target = wanted && (await findBenchmark(db, wanted));
  if (wanted && !target) {
    return err("invalid", `There is no benchmark ${wanted}.`, {
      target: ["Choose a benchmark of the pool."],
    });
  }
  const embedded = await embedRequest(db, query, env, signal);
  if (!embedded.ok) return embedded;
  const { space, vector, notes } = embedded.value;
  const filter = { space, vector, type: request.type === "all" ? null : request.type, target, at };
  const [picked, explained] = await Promise.all([
    pick(db, filter, { ...request, query }, env, signal),
    explainEligibility(db, filter),
  ]);
  if (!picked.ok) return picked;
  const { text, unmarkedFailures } = renderPrompt(picked.value.memories, request.showPolarity);
  return ok({
    query,
    task: task && {
      id: task.id,
      name: task.name,
      benchmark: task.benchmark,
      hasStatement: task.hasStatement,
    },
    target,
    type: request.type,
    method: request.method,
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

async function getTask(db: Db, id: string) {
  const task = await db.task.findUnique({ where: { id } });
  if (!task) return null;
  const statement = task.statement?.trim();
  return {
    id,
    name: task.name,
    benchmark: task.benchmarkName,
    statement: (statement || task.name).slice(0, 32_000),
    hasStatement: Boolean(statement),
  };
}

async function pick(
  db: Db,
  filter: Parameters<typeof listNearest>[1],
  request: { k: number; method: RetrievalMethod; query: string },
  env: Env,
  signal: AbortSignal | undefined,
): Promise<Result<Picked>> {
  const { method, k } = request;
  const chat = method === "embedding" ? null : chatSettings(env);
  if (chat && !chat.ok) return chat;
  const nearest = await listNearest(db, filter, chat ? Math.max(k, candidateLimit) : k);
  const candidates = await withContent(db, nearest.slice(0, chat ? candidateLimit : k));
  if (method === "embedding" || !chat || candidates.length === 0) {
    const results = candidates.map(({ near }, index) => toResult(near, index, index, null));
    return ok({ results, memories: candidates.map(({ memory }) => memory), model: null });
  }
  const choice = await chooseByChat(
    chat.value,
    method,
    request.query,
    candidates.map(({ memory }) => memory),
    signal,
  );
  if (!choice.ok) return choice;
  const kept = choice.value.chosen.slice(0, k).flatMap(({ index, memory: rewritten }, rank) => {
    const candidate = candidates[index];
    if (!candidate) return [];
    const result = toResult(candidate.near, rank, index, rewritten);
    return [{ result, memory: { ...candidate.memory, rewritten } }];
  });
  return ok({
    results: kept.map(({ result }) => result),
    memories: kept.map(({ memory }) => memory),
    model: choice.value.model,
  });
}

type Near = Awaited<ReturnType<typeof listNearest>>[number];

async function withContent(
  db: Db,
  nearest: readonly Near[],
): Promise<{ near: Near; memory: PromptMemory }[]> {
  const rows = await db.memory.findMany({
    where: { id: { in: nearest.map((near) => near.memoryId) } },
    select: { id: true, type: true, content: true, task: true, outcome: true },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return nearest.flatMap((near) => {
    const row = byId.get(near.memoryId);
    if (!row) return [];
    return [
      { near, memory: { ...parseContent(row.type, row.content), task: row.task, outcome: row.outcome } },
    ];
  });
}

function toResult(near: Near, rank: number, place: number, rewritten: string | null): RetrievedMemory {
  return { ...near, rank: rank + 1, similarityRank: place + 1, rewritten };
}
