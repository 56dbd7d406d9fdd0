import type { Db } from "#lib/db/client.ts";
import { selectPairedTasks } from "#lib/transfer/paired-tasks.ts";
import { type ComparisonParams, getComparedTasks } from "#lib/transfer/queries.ts";
import { agreementOf } from "./agreement.ts";
import {
  type GivenLabel,
  labelsOfKind,
  type TriageKind,
  type TriageLabel,
  type TriageList,
  type TriageTask,
} from "./schema.ts";

/**
 * The lost tasks of a comparison, or the gained ones, each with the labels it was given: a label is on one trial of the
 * candidate and counts for its task. Null when either run does not exist.
 */
export async function listTriage(
  db: Db,
  params: ComparisonParams & { kind: TriageKind },
  actor: string,
): Promise<TriageList | null> {
  const { kind, ...comparison } = params;
  const compared = await getComparedTasks(db, comparison);
  if (!compared) return null;
  const outcome = kind === "cause" ? "lost" : "gained";
  const tasks = selectPairedTasks(compared.tasks, { outcome }).rows;
  const byTask = await readLabels(db, params.candidate, kind);
  const all = tasks.map((task) => byTask.get(task.candidateTaskId) ?? []);
  const rows = tasks.map((task, i): TriageTask => {
    const mine = all[i]?.find((label) => label.actor === actor) ?? null;
    const others = all[i]?.filter((label) => label.actor !== actor) ?? [];
    return { task, mine, others: mine ? others : [], otherCount: others.length };
  });
  return {
    kind,
    tasks: rows,
    labeled: rows.filter(({ mine }) => mine).length,
    counts: countLabels(rows, kind),
    agreement: agreementOf(all),
  };
}

/** The same of one task. */
export async function getTriageTask(
  db: Db,
  params: ComparisonParams & { kind: TriageKind; taskId: string },
  actor: string,
): Promise<{ task: TriageTask; labeled: number; of: number; nextTaskId: string | null } | null> {
  const { taskId, ...rest } = params;
  const list = await listTriage(db, rest, actor);
  const at = list?.tasks.findIndex(({ task }) => task.taskId === taskId) ?? -1;
  const task = list?.tasks[at];
  if (!list || !task) return null;
  // From here on, then from the beginning.
  const order = [...list.tasks.slice(at + 1), ...list.tasks.slice(0, at)];
  const next = order.find(({ mine }) => mine === null);
  return { task, labeled: list.labeled, of: list.tasks.length, nextTaskId: next?.task.taskId ?? null };
}

function countLabels(rows: readonly TriageTask[], kind: TriageKind): TriageList["counts"] {
  return labelsOfKind(kind)
    .map((label) => ({ label, count: rows.filter(({ mine }) => mine?.label === label).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

/** The labels that count, one for each author and task, by the candidate's task. */
async function readLabels(db: Db, runId: string, kind: TriageKind): Promise<Map<string, GivenLabel[]>> {
  const rows = await db.reviewLabel.findMany({
    where: { kind, withdrawnAt: null, trial: { runId } },
    select: {
      id: true,
      actor: true,
      label: true,
      note: true,
      createdAt: true,
      trial: { select: { taskId: true } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  const known: readonly TriageLabel[] = labelsOfKind(kind);
  const byTask = new Map<string, GivenLabel[]>();
  for (const { id, actor, label: stored, note, createdAt, trial } of rows) {
    const label = known.find((each) => each === stored);
    if (!trial || !label) continue;
    const given = byTask.get(trial.taskId) ?? [];
    byTask.set(trial.taskId, given);
    if (given.some((each) => each.actor === actor)) continue;
    given.push({ id, actor, label, note, at: createdAt.toISOString() });
  }
  return byTask;
}
