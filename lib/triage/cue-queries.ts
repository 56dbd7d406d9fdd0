import { getTrialEvidence } from "#lib/attribution/evidence/evidence-queries.ts";
import { cacheByRevision } from "#lib/db/cache-by-revision.ts";
import type { Db } from "#lib/db/client.ts";
import { seededRandom, shuffled } from "#lib/shared/random.ts";
import { getPairedTask } from "#lib/transfer/paired-task-queries.ts";
import { type ComparisonParams, getComparedTasks } from "#lib/transfer/queries.ts";
import type { PairedTask, PairedTaskDetail } from "#lib/transfer/schema.ts";
import { type Cue, type CueCount, countCues, findCues } from "./find-cues.ts";

/** Pairs of each kind that are read for the counts: each costs two trajectories. */
const MOST_PAIRS = 25;
const SEED = 42;

const keepCounts = cacheByRevision<CueCount[]>(
  8,
  "Run",
  "Trial",
  "Task",
  "Trajectory",
  "Retrieval",
  "Memory",
  "Revision",
  "Release",
);

/** The cues of an open pair; null where a side has no trajectory. */
export async function getCues(db: Db, { open, task }: PairedTaskDetail): Promise<Cue[] | null> {
  const { base, candidate } = open;
  if (!base.trajectory || !candidate.trajectory) return null;
  const evidence = await getTrialEvidence(db, candidate);
  return findCues({
    benchmark: task.benchmark,
    base: base.trajectory.steps,
    candidate: candidate.trajectory.steps,
    evidence,
  });
}

/**
 * How often each cue is there at lost tasks, and at tasks gained and kept, which it says nothing against: over all of
 * them with trajectories, or a seeded sample of 25 of each.
 */
export async function getCueCounts(db: Db, params: ComparisonParams): Promise<CueCount[]> {
  return keepCounts(db, params, async () => {
    const tasks = (await getComparedTasks(db, params))?.tasks ?? [];
    const random = seededRandom(SEED);
    const lost = tasks.filter(({ outcome }) => outcome === "lost");
    const control = tasks.filter(({ outcome }) => outcome === "gained" || outcome === "kept");
    return countCues(
      await cuesOf(db, params, shuffled(lost, random)),
      await cuesOf(db, params, shuffled(control, random)),
    );
  });
}

async function cuesOf(db: Db, params: ComparisonParams, tasks: readonly PairedTask[]): Promise<Cue[][]> {
  const all: Cue[][] = [];
  for (const { taskId } of tasks.slice(0, MOST_PAIRS)) {
    const pair = await getPairedTask(db, { ...params, taskId });
    const cues = pair && (await getCues(db, pair));
    if (cues) all.push(cues);
  }
  return all;
}
