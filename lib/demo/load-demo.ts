import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import { queueAttribution } from "#lib/attribution/queue-attribution.ts";
import { type Db, inTransaction, type RootDb } from "#lib/db/client.ts";
import { generatePool, poolHash } from "#lib/demo/pool/generate-pool.ts";
import type { DemoPool } from "#lib/demo/pool/types.ts";
import { enqueueJob } from "#lib/jobs/enqueue-job.ts";
import { ensureBenchmarks } from "#lib/memories/record.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { insertRows } from "./demo-sql.ts";
import { memoryRow, retrievalRows, revisionRow, runRow, taskRow, trajectoryRow, trialRow } from "./rows.ts";
import { type DemoCounts, type DemoReport, type LoadDemoInput, loadDemoInput } from "./schema.ts";
import { checkRoomForDemo, getCompleteDemo, markDemoComplete } from "./stored-demo.ts";

/** What a job hands in: a way to stop, and somebody to tell. */
export type LoadContext = { signal?: AbortSignal; progress?: (share: number, stage: string) => void };

/** One kind of row: how many there are, and how to write those from `start` to `end` in one transaction. */
type Part = {
  kind: keyof DemoCounts;
  total: number;
  chunk: number;
  write: (tx: Db, start: number, end: number) => Promise<number>;
};

/**
 * Loads the synthetic demo pool of a seed (see docs/demo-pool.md) and asks for its embeddings, maps, metrics and attribution.
 * Rows have ids that follow from the seed, and each chunk is one transaction: a load that was canceled leaves whole
 * chunks, and the next one writes what is missing. What is stored already, edited or not, is left alone.
 * @returns what was written, or why not: a reader ("forbidden"), real content without `force` or another seed
 *   ("conflict"), a bad input ("invalid")
 * @throws the signal's reason when stopped
 */
export async function loadDemo(
  db: RootDb,
  input: LoadDemoInput,
  actor: Actor,
  context: LoadContext = {},
): Promise<Result<DemoReport>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = loadDemoInput.safeParse(input);
  if (!parsed.success) return err("invalid", "The seed of the demo pool is a whole number, such as 42.");
  const { seed, force } = parsed.data;
  const room = await checkRoomForDemo(db, seed, force);
  if (!room.ok) return room;
  const complete = await getCompleteDemo(db, seed);
  if (complete) return ok({ ...complete, created: noRows(), unchanged: true, embedJobId: null });
  context.progress?.(0, "Generating the demo pool");
  const pool = generatePool(seed);
  const hash = poolHash(pool);
  const created = await writeParts(db, partsOf(pool), context);
  const embedJobId = await finish(db, actor, { seed, hash, created });
  await queueAttribution(db, [], actor);
  return ok({ seed, hash, created, unchanged: false, embedJobId });
}

async function writeParts(
  db: RootDb,
  parts: readonly Part[],
  { signal, progress }: LoadContext,
): Promise<DemoCounts> {
  const created = noRows();
  const all = parts.reduce((sum, { total }) => sum + total, 0);
  let done = 0;
  for (const { kind, total, chunk, write } of parts) {
    for (let start = 0; start < total; start += chunk) {
      signal?.throwIfAborted();
      const end = Math.min(start + chunk, total);
      created[kind] += await inTransaction(db, (tx) => write(tx, start, end));
      done += end - start;
      progress?.(done / all, `Writing ${kind}`);
    }
  }
  return created;
}

/** Marks the pool as complete and asks for embeddings, which ask for maps and metrics in turn. */
function finish(
  db: RootDb,
  actor: Actor,
  detail: Pick<DemoReport, "seed" | "hash" | "created">,
): Promise<string> {
  return inTransaction(db, async (tx) => {
    await markDemoComplete(tx, { seed: detail.seed, hash: detail.hash });
    await tx.auditEvent.create({ data: { actor: actor.name, action: "demo.load", detail } });
    return enqueueJob(tx, { kind: "embed", input: { refresh: true }, actor });
  });
}

function noRows(): DemoCounts {
  return { benchmarks: 0, tasks: 0, memories: 0, runs: 0, trials: 0, trajectories: 0, retrievals: 0 };
}

/** In the order in which rows refer to each other. */
function partsOf(pool: DemoPool): Part[] {
  const { seed } = pool;
  const toRetrieval = retrievalRows(pool);
  return [
    {
      kind: "benchmarks",
      total: pool.benchmarks.length,
      chunk: pool.benchmarks.length,
      write: async (tx) => {
        const before = await tx.benchmark.count();
        await ensureBenchmarks(tx, pool.benchmarks, true);
        return (await tx.benchmark.count()) - before;
      },
    },
    bulk("tasks", pool.tasks, 800, (tx, tasks) =>
      tx.task.createMany({ data: tasks.map(taskRow), skipDuplicates: true }),
    ),
    bulk("memories", pool.memories, 250, async (tx, memories) => {
      const rows = memories.map(memoryRow);
      const written = await tx.memory.createMany({ data: rows, skipDuplicates: true });
      await tx.revision.createMany({ data: rows.map(revisionRow), skipDuplicates: true });
      return written;
    }),
    bulk("runs", pool.runs, 10, (tx, runs) =>
      tx.run.createMany({ data: runs.map((run) => runRow(run, seed)), skipDuplicates: true }),
    ),
    bulk("trials", pool.trials, 1000, (tx, trials) =>
      insertRows(
        tx,
        "Trial",
        trials.map((trial) => trialRow(trial, seed)),
      ),
    ),
    bulk("trajectories", pool.trajectories, 800, (tx, trajectories) =>
      insertRows(tx, "Trajectory", trajectories.map(trajectoryRow)),
    ),
    bulk("retrievals", pool.retrievals, 2000, (tx, retrievals) =>
      insertRows(tx, "Retrieval", retrievals.map(toRetrieval)),
    ),
  ];
}

function bulk<T>(
  kind: keyof DemoCounts,
  values: readonly T[],
  chunk: number,
  write: (tx: Db, values: readonly T[]) => Promise<{ count: number }>,
): Part {
  return {
    kind,
    total: values.length,
    chunk,
    write: async (tx, start, end) => (await write(tx, values.slice(start, end))).count,
  };
}
