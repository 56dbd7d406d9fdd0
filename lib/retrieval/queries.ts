import type { Db } from "#lib/db/client.ts";
import { containing } from "#lib/db/containing.ts";

export type TaskChoice = {
  id: string;
  name: string;
  benchmark: string;
  checksum: string;
  statement: string | null;
};

const statementLength = 160;

/** Tasks whose name, benchmark or statement contains the words, for a picker: at most `limit`, by benchmark and name. */
export async function listTaskChoices(
  db: Db,
  params: { q: string; limit?: number },
): Promise<{ rows: TaskChoice[]; total: number }> {
  const words = params.q.trim().split(/\s+/).filter(Boolean).slice(0, 8);
  const where = {
    AND: words.map((word) => {
      const contains = containing(word);
      return { OR: [{ name: contains }, { benchmarkName: contains }, { statement: contains }] };
    }),
  };
  const [tasks, total] = await Promise.all([
    db.task.findMany({
      where,
      orderBy: [{ benchmarkName: "asc" }, { name: "asc" }, { id: "asc" }],
      take: params.limit ?? 20,
    }),
    db.task.count({ where }),
  ]);
  return { rows: tasks.map(toChoice), total };
}

/** One task for the picker, or null (also for what is no id). */
export async function getTaskChoice(db: Db, id: string): Promise<TaskChoice | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return null;
  const task = await db.task.findUnique({ where: { id } });
  return task && toChoice(task);
}

function toChoice(task: {
  id: string;
  name: string;
  benchmarkName: string;
  checksum: string;
  statement: string | null;
}): TaskChoice {
  const line = task.statement?.replace(/\s+/g, " ").trim() ?? "";
  return {
    id: task.id,
    name: task.name,
    benchmark: task.benchmarkName,
    checksum: task.checksum,
    statement: line ? (line.length > statementLength ? `${line.slice(0, statementLength)}…` : line) : null,
  };
}
