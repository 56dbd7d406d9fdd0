import { listTitles } from "#lib/attribution/shown-memories.ts";
import type { Db } from "#lib/db/client.ts";
import { bodyOf, parseContent } from "#lib/memories/content.ts";
import { isUuid } from "#lib/runs/queries.ts";
import { caseTasks } from "./case-tasks.ts";
import { withMemories } from "./list-cases.ts";
import { findCase, getRunCases } from "./run-cases.ts";
import type { CaseDetail, CaseMemory } from "./schema.ts";

/** What a case is asked for by: two runs (left out: the newest pair) and any memory of it. */
export type CaseAsked = { base?: string | null; candidate?: string | null; memoryId: string };

/** A case with its memories' texts and its tasks; null where there is none of that memory. */
export async function getCase(db: Db, asked: CaseAsked): Promise<CaseDetail | null> {
  if (!isUuid(asked.memoryId)) return null;
  const found = await getRunCases(db, asked);
  const named = found && findCase(found, asked.memoryId);
  if (!named) return null;
  const { base, candidate } = found;
  const tasks = caseTasks(found.tasks, found.shown, named.memoryIds);
  const [[row], memories, titles] = await Promise.all([
    withMemories(db, found, [named]),
    listCaseMemories(db, candidate.id, named.memoryIds),
    listTitles(
      db,
      tasks.flatMap(({ others }) => others),
    ),
  ]);
  if (!row) return null;
  const others = (ids: readonly string[]) => ids.map((id) => ({ id, title: titles.get(id) ?? id }));
  return {
    base,
    candidate,
    case: row,
    memories,
    tasks: tasks.map((task) => ({ ...task, others: others(task.others) })),
  };
}

async function listCaseMemories(db: Db, runId: string, ids: readonly string[]): Promise<CaseMemory[]> {
  const [memories, shown] = await Promise.all([
    db.memory.findMany({
      where: { id: { in: [...ids] } },
      select: {
        id: true,
        title: true,
        type: true,
        benchmarkName: true,
        lifecycle: true,
        version: true,
        content: true,
      },
    }),
    db.retrieval.groupBy({
      by: ["memoryId", "memoryVersion"],
      where: { memoryId: { in: [...ids] }, memoryVersion: { not: null }, trial: { runId } },
    }),
  ]);
  return memories
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map(({ benchmarkName, content, ...memory }) => ({
      ...memory,
      benchmark: benchmarkName,
      text: bodyOf(parseContent(memory.type, content)),
      shownVersions: shown
        .flatMap(({ memoryId, memoryVersion }) => (memoryId === memory.id ? (memoryVersion ?? []) : []))
        .sort((a, b) => a - b),
    }));
}
