import { z } from "zod";
import { askForJson } from "#lib/chat/ask-for-json.ts";
import { type ChatSettings, chatSettings, createChatClient } from "#lib/chat/chat-client.ts";
import type { RootDb } from "#lib/db/client.ts";
import type { Generation, Prisma } from "#lib/db/generated/client.ts";
import { readEnv } from "#lib/env.ts";
import type { JobContext, JobHandler } from "#lib/jobs/context.ts";
import type { TypedContent } from "#lib/memories/content.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { findSource, type Source } from "./find-source.ts";
import { contentOfReply, generationMessages, replySchemas } from "./prompts.ts";
import { type StoredPrompt, storedPrompt } from "./schema.ts";

const inputSchema = z.object({ generationId: z.uuid() });

/** The `generate` job: makes the draft that was asked for. */
export const generateJob: JobHandler = async (db, input, context) => {
  const { generationId } = inputSchema.parse(input);
  return generateMemory(db, generationId, context, chatSettings(readEnv()));
};

type Draft = { content: TypedContent["content"]; model: string; inputTokens: number; outputTokens: number };

/**
 * Makes the draft of a generation row and leaves it pending for a person to decide. A failure is written on the row:
 * no reply is dropped in silence.
 */
export async function generateMemory(
  db: RootDb,
  id: string,
  context: Pick<JobContext, "signal" | "progress">,
  chat: Result<ChatSettings>,
): Promise<Result<Prisma.InputJsonValue>> {
  const generation = await db.generation.findUnique({ where: { id } });
  if (!generation) return err("not_found", "The draft of this job is gone.");
  if (generation.state !== "queued") return ok({ generationId: id });
  context.progress(0.1, "Reading the trajectory");
  const prompt = storedPrompt.parse(generation.prompt);
  const { source } = prompt;
  const found = await findSource(
    db,
    source.kind === "trial" ? { trialId: source.id } : { memoryId: source.id },
  );
  const draft = found.ok ? await makeDraft(db, generation, prompt, found.value, context, chat) : found;
  if (!draft.ok) {
    await db.generation.update({ where: { id }, data: { state: "failed", error: draft.error.message } });
    return draft;
  }
  await db.generation.update({ where: { id }, data: { ...draft.value, state: "pending", error: null } });
  return ok({ generationId: id });
}

async function makeDraft(
  db: RootDb,
  generation: Generation,
  prompt: StoredPrompt,
  source: Source,
  context: Pick<JobContext, "signal" | "progress">,
  chat: Result<ChatSettings>,
): Promise<Result<Draft>> {
  const { type } = generation;
  if (type === "trajectory") {
    return ok({ content: { steps: source.pairs }, model: "none", inputTokens: 0, outputTokens: 0 });
  }
  if (!chat.ok) return chat;
  const messages = generationMessages(type, prompt.polarity, source, prompt.note);
  await db.generation.update({ where: { id: generation.id }, data: { prompt: { ...prompt, messages } } });
  context.progress(0.3, `Asking ${chat.value.model}`);
  const answer = await askForJson<unknown>(createChatClient(chat.value), {
    messages,
    name: type,
    schema: replySchemas[type],
    signal: context.signal,
  });
  if (!answer.ok) return answer;
  const { model, inputTokens, outputTokens, value } = answer.value;
  return ok({ content: contentOfReply(type, value).content, model, inputTokens, outputTokens });
}
