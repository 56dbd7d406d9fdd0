import { chatSettings } from "#lib/chat/chat-client.ts";
import type { Db } from "#lib/db/client.ts";
import type { Env } from "#lib/env.ts";
import { parseContent } from "#lib/memories/content.ts";
import { ok, type Result } from "#lib/shared/result.ts";
import { candidateLimit, chooseByChat } from "./choose-by-chat.ts";
import { listNearest } from "./nearest.ts";
import type { PoolFilter } from "./pool-sql.ts";
import type { PromptMemory } from "./prompt.ts";
import type { RetrievalMethod, RetrievedMemory } from "./schema.ts";

type Picked = { results: RetrievedMemory[]; memories: PromptMemory[]; model: string | null };

/**
 * The memories that a method hands over: the nearest, or those that a chat model picks from the nearest.
 * @returns "unavailable" when there is no chat model or it answers badly
 */
export async function pickMemories(
  db: Db,
  filter: PoolFilter,
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
