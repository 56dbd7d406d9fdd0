import type { Db } from "#lib/db/client.ts";
import { containing } from "#lib/db/containing.ts";
import type { MemoryType } from "#lib/db/generated/enums.ts";
import { isUuid } from "#lib/runs/queries.ts";
import { findSource } from "./find-source.ts";
import type { SourceChoice } from "./schema.ts";

/** Trials with a trajectory and trajectory memories whose benchmark or task holds the words: some of each. */
export async function listSourceChoices(db: Db, q: string, limit = 10): Promise<SourceChoice[]> {
  const words = q.trim().split(/\s+/).filter(Boolean).slice(0, 8);
  const contains = words.map(containing);
  const [trials, memories] = await Promise.all([
    db.trial.findMany({
      where: {
        trajectory: { isNot: null },
        AND: contains.map((text) => ({
          OR: [{ task: { OR: [{ name: text }, { benchmarkName: text }] } }, { run: { name: text } }],
        })),
      },
      select: {
        id: true,
        attempt: true,
        outcome: true,
        task: { select: { name: true, benchmarkName: true } },
        run: { select: { name: true } },
      },
      orderBy: [{ task: { benchmarkName: "asc" } }, { task: { name: "asc" } }, { id: "asc" }],
      take: limit,
    }),
    db.memory.findMany({
      where: {
        type: "trajectory",
        AND: contains.map((text) => ({ OR: [{ taskName: text }, { benchmarkName: text }, { title: text }] })),
      },
      select: { id: true, benchmarkName: true, taskName: true, outcome: true, title: true },
      orderBy: [{ benchmarkName: "asc" }, { taskName: "asc" }, { id: "asc" }],
      take: limit,
    }),
  ]);
  return [
    ...trials.map((trial) => ({
      kind: "trial" as const,
      id: trial.id,
      benchmark: trial.task.benchmarkName,
      taskName: trial.task.name,
      outcome: trial.outcome,
      detail: `${trial.run.name}, attempt ${trial.attempt}`,
    })),
    ...memories.map((memory) => ({
      kind: "memory" as const,
      id: memory.id,
      benchmark: memory.benchmarkName,
      taskName: memory.taskName,
      outcome: memory.outcome,
      detail: memory.title,
    })),
  ];
}

/** How many trials with a trajectory and trajectory memories there are. */
export async function countSources(db: Db): Promise<number> {
  const [trajectories, memories] = await Promise.all([
    db.trajectory.count(),
    db.memory.count({ where: { type: "trajectory" } }),
  ]);
  return trajectories + memories;
}

/** What a link to /regenerate names: the source, and the memory it would regenerate. */
export type Preselection = {
  memory: { id: string; title: string; type: MemoryType } | null;
  source: SourceChoice | null;
  /** Why the named one can't be a source. */
  problem: string | null;
};

/** The preselection of /regenerate?memory=ID or ?trial=ID. */
export async function getPreselection(
  db: Db,
  named: { memory: string | null; trial: string | null },
): Promise<Preselection | null> {
  const id = named.memory ?? named.trial;
  if (!id) return null;
  if (!isUuid(id)) return { memory: null, source: null, problem: "The link names nothing that exists." };
  const memory = named.memory
    ? await db.memory.findUnique({ where: { id }, select: { id: true, title: true, type: true } })
    : null;
  const found = await findSource(db, named.memory ? { memoryId: id } : { trialId: id });
  if (!found.ok) return { memory, source: null, problem: found.error.message };
  const { kind, benchmark, taskName, polarity, pairs } = found.value;
  const detail = `${pairs.length} ${pairs.length === 1 ? "step" : "steps"}`;
  const source = { kind, id: found.value.id, benchmark, taskName, outcome: polarity ?? "unknown", detail };
  return { memory, source, problem: null };
}
