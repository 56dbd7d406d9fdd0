import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import type { GenerationState, Prisma } from "#lib/db/generated/client.ts";
import { parseContent, titleOf } from "#lib/memories/content.ts";
import { isUuid } from "#lib/runs/queries.ts";
import { contentText } from "./content-text.ts";
import { type GenerationDetail, type GenerationRow, storedPrompt } from "./schema.ts";

const joined = {
  memory: { select: { title: true, type: true, content: true, task: true, version: true } },
  job: { select: { state: true, error: true } },
} satisfies Prisma.GenerationInclude;
type GenerationRecord = Prisma.GenerationGetPayload<{ include: typeof joined }>;

export type ListGenerationsParams = {
  /** open = queued and pending; decided = the rest. */
  which?: "open" | "decided";
  /** 1-based. */
  page?: number;
  pageSize?: number;
};

const openStates: GenerationState[] = ["queued", "pending"];

/** Drafts, newest first. */
export async function listGenerations(
  db: Db,
  { which, page = 1, pageSize = 25 }: ListGenerationsParams = {},
): Promise<{ rows: GenerationRow[]; total: number }> {
  const waiting = { state: { in: openStates }, NOT: abandoned };
  const where = which === undefined ? {} : which === "open" ? waiting : { NOT: waiting };
  const [generations, total] = await Promise.all([
    db.generation.findMany({
      where,
      include: joined,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
    db.generation.count({ where }),
  ]);
  return { rows: generations.map(toRow), total };
}

/** A queued draft whose job will never make it. */
const abandoned = {
  state: "queued",
  job: { state: { in: ["failed", "canceled"] } },
} satisfies Prisma.GenerationWhereInput;

/** One draft with both texts for the diff, or null. */
export async function getGeneration(db: Db, id: string): Promise<GenerationDetail | null> {
  if (!isUuid(id)) return null;
  const generation = await db.generation.findUnique({ where: { id }, include: joined });
  if (!generation) return null;
  const decided = await db.auditEvent.findFirst({
    where: { subjectId: id, action: { in: ["generation.accept", "generation.reject"] } },
  });
  const { memory, type, content } = generation;
  const prompt = storedPrompt.parse(generation.prompt);
  const draft = content === null ? null : parseContent(type, content);
  const undecided = generation.state !== "accepted";
  const detail = decisionDetail.safeParse(decided?.detail).data;
  return {
    ...toRow(generation),
    note: prompt.note,
    messages: prompt.messages,
    before: undecided && memory ? contentText(parseContent(memory.type, memory.content)) : "",
    after: draft ? contentText(draft) : "",
    title: draft ? titleOf(draft, memory?.task ?? prompt.source.taskName) : null,
    baseVersion: generation.baseVersion,
    currentVersion: memory?.version ?? null,
    inputTokens: generation.inputTokens,
    outputTokens: generation.outputTokens,
    decision: decided && {
      actor: decided.actor,
      reason: detail?.reason ?? null,
      memoryId: detail?.memoryId ?? null,
    },
  };
}

const decisionDetail = z.object({ reason: z.string().nullish(), memoryId: z.string().nullish() });

function toRow(generation: GenerationRecord): GenerationRow {
  const { source, polarity } = storedPrompt.parse(generation.prompt);
  const { id, type, memory, job } = generation;
  const lost = generation.state === "queued" && (job?.state === "failed" || job?.state === "canceled");
  return {
    id,
    type,
    state: lost ? "failed" : generation.state,
    error: generation.error ?? (lost ? (job?.error ?? "The job was canceled.") : null),
    benchmark: source.benchmark,
    taskName: source.taskName,
    polarity,
    sourceKind: source.kind,
    sourceId: source.id,
    memoryId: generation.memoryId,
    memoryTitle: memory?.title ?? null,
    model: generation.model,
    actor: generation.actor,
    createdAt: generation.createdAt.toISOString(),
    decidedAt: generation.decidedAt?.toISOString() ?? null,
    jobId: generation.jobId,
    jobState: job?.state ?? null,
  };
}
