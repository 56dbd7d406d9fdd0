import { cacheByRevision } from "#lib/db/cache-by-revision.ts";
import type { Db } from "#lib/db/client.ts";
import { bodyOf, parseContent } from "#lib/memories/content.ts";
import type { TrialDetail } from "#lib/runs/schema.ts";
import { getTrial } from "#lib/runs/trial-queries.ts";
import { listControlIds, listZeroShotActions } from "./evidence-sql.ts";
import type { MemoryEvidence, MemoryText } from "./schema.ts";
import { weighEvidence } from "./weigh-evidence.ts";

/** Memories a delivered one is compared with. With three delivered, a p below .05 / 3 needs at least 59. */
const MOST_CONTROLS = 200;
const ZERO_SHOT_TRIALS = 3;

const keep = cacheByRevision<MemoryEvidence[]>(
  200,
  "Run",
  "Trial",
  "Task",
  "Trajectory",
  "Retrieval",
  "Memory",
  "Revision",
);

/** Which of the memories a trial was delivered it read and followed, by rank. Kept until any of it changes. */
export async function getTrialEvidence(db: Db, trial: TrialDetail): Promise<MemoryEvidence[]> {
  if (trial.retrieved.length === 0) return [];
  return keep(db, trial.id, () => readEvidence(db, trial));
}

/** The same by the id of the trial; null where there is none. */
export async function findTrialEvidence(db: Db, trialId: string): Promise<MemoryEvidence[] | null> {
  const trial = await getTrial(db, trialId);
  return trial && getTrialEvidence(db, trial);
}

async function readEvidence(db: Db, trial: TrialDetail): Promise<MemoryEvidence[]> {
  const { retrieved, trajectory, statement } = trial;
  if (!trajectory)
    return weighEvidence({ steps: null, delivered: retrieved, controls: new Map(), known: [] });
  const types = [...new Set(retrieved.map(({ type }) => type))];
  const controls = new Map<string, MemoryText[]>();
  for (const type of types) controls.set(type ?? "", await readControls(db, trial, type));
  const task = { benchmark: trial.benchmark, name: trial.taskName };
  const known = [
    statement ?? "",
    ...new Set(retrieved.map(({ query }) => query)),
    ...(await listZeroShotActions(db, task, ZERO_SHOT_TRIALS)),
  ];
  return weighEvidence({ steps: trajectory.steps, delivered: retrieved, controls, known });
}

async function readControls(db: Db, trial: TrialDetail, type: string | null): Promise<MemoryText[]> {
  const ids = await listControlIds(db, { trialId: trial.id, runId: trial.runId, type, limit: MOST_CONTROLS });
  const memories = await db.memory.findMany({
    where: { id: { in: ids } },
    select: { type: true, title: true, content: true },
    orderBy: { id: "asc" },
  });
  return memories.map(({ type: its, title, content }) => ({
    title,
    text: bodyOf(parseContent(its, content)),
  }));
}
