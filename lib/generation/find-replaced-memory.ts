import type { Db } from "#lib/db/client.ts";
import type { Memory, MemoryType } from "#lib/db/generated/client.ts";
import type { Source } from "./find-source.ts";

/**
 * The memory that a draft of this type would replace: the named one if it is of that type, else the one made from the
 * same trial, else one of the same task whose trial is not known. Null = the draft is a new memory.
 */
export async function findReplacedMemory(
  db: Db,
  source: Source,
  type: MemoryType,
  memoryId: string | undefined,
): Promise<Memory | null> {
  if (memoryId) {
    const named = await db.memory.findUnique({ where: { id: memoryId } });
    if (named?.type === type) return named;
  }
  const ofTask = { type, benchmarkName: source.benchmark, taskName: source.taskName };
  const candidates = await db.memory.findMany({
    where: {
      ...ofTask,
      lifecycle: { not: "deprecated" },
      OR: [{ sourceTrialId: source.trialId ?? null }, { sourceTrialId: null, task: source.task }],
    },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
  });
  const fromTrial = source.trialId && candidates.find((each) => each.sourceTrialId === source.trialId);
  return fromTrial || (candidates.find((each) => each.task === source.task) ?? null);
}
