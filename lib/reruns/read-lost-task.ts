import type { Db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { TypedContent } from "#lib/memories/content.ts";
import { readShownContents } from "#lib/runs/shown-texts.ts";

const shownFields = {
  id: true,
  rank: true,
  memoryId: true,
  memoryVersion: true,
  memory: {
    select: {
      title: true,
      type: true,
      benchmarkName: true,
      outcome: true,
      task: true,
      version: true,
      content: true,
    },
  },
} satisfies Prisma.RetrievalSelect;

/** One attempt at the task with what it was shown, by rank. */
type LoggedAttempt = Prisma.TrialGetPayload<{
  select: {
    outcome: true;
    costUsd: true;
    inputTokens: true;
    outputTokens: true;
    durationMs: true;
    retrievals: { select: typeof shownFields };
  };
}>;

/** A memory as the attempt was shown it. */
export type ShownContent = TypedContent & {
  id: string;
  version: number;
  title: string;
  benchmark: string;
  task: string;
  outcome: "passed" | "failed" | "unknown";
};

/** The attempts of one run at one task. */
export function listAttempts(db: Db, runId: string, taskId: string): Promise<LoggedAttempt[]> {
  return db.trial.findMany({
    where: { runId, taskId },
    select: {
      outcome: true,
      costUsd: true,
      inputTokens: true,
      outputTokens: true,
      durationMs: true,
      retrievals: { select: shownFields, orderBy: { rank: "asc" } },
    },
    orderBy: { attempt: "asc" },
  });
}

/** The memories of an attempt at the revisions that it was shown, each once, by rank; those the pool doesn't hold are left out. */
export async function readShownMemories(db: Db, attempt: LoggedAttempt): Promise<ShownContent[]> {
  const contents = await readShownContents(db, attempt.retrievals);
  const found = new Map<string, ShownContent>();
  for (const { id, memoryId, memory, memoryVersion } of attempt.retrievals) {
    const content = contents.get(id);
    if (!memoryId || !memory || !content || found.has(memoryId)) continue;
    const { title, benchmarkName: benchmark, task, outcome, version } = memory;
    found.set(memoryId, {
      ...content,
      ...{ id: memoryId, version: memoryVersion ?? version, title, benchmark, task, outcome },
    });
  }
  return [...found.values()];
}

/** The memories of an attempt, by id. */
export function shownTo({ retrievals }: LoggedAttempt): string[] {
  return [...new Set(retrievals.flatMap(({ memoryId }) => memoryId ?? []))];
}

/** Whether the log of an attempt names something that the pool does not hold. */
export function showsUnknown({ retrievals }: LoggedAttempt): boolean {
  return retrievals.some(({ memoryId }) => memoryId === null);
}
