import type { Db } from "#lib/db/client.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import type { DemoCounts } from "./schema.ts";

/** Whether a pool of this seed may be loaded: not beside real content unless forced, not beside another seed. */
export async function checkRoomForDemo(db: Db, seed: number, force: boolean): Promise<Result<null>> {
  const other = await db.memory.findFirst({
    where: { importKey: { startsWith: "demo:" }, NOT: { importKey: { startsWith: `demo:${seed}:` } } },
    select: { importKey: true },
  });
  if (other) {
    const loaded = other.importKey.split(":")[1] ?? "?";
    return err(
      "conflict",
      `The demo pool of seed ${loaded} is here already: load that seed, or begin with an empty database.`,
    );
  }
  if (force) return ok(null);
  const real =
    (await db.memory.findFirst({ where: { synthetic: false }, select: { id: true } })) ??
    (await db.run.findFirst({ where: { synthetic: false }, select: { id: true } })) ??
    (await db.benchmark.findFirst({ where: { synthetic: false }, select: { name: true } }));
  if (!real) return ok(null);
  return err(
    "conflict",
    "This database holds content that is not synthetic. Load the demo pool into an empty one (set CARRYOVER_DATA_DIR to a new directory), or force it.",
  );
}

/** How much of the demo pool of a seed is stored. */
export async function countStoredDemo(
  db: Db,
  seed: number,
  benchmarks: readonly string[],
): Promise<DemoCounts> {
  const run = { importKey: { startsWith: `demo:${seed}:` } };
  return {
    benchmarks: await db.benchmark.count({ where: { name: { in: [...benchmarks] } } }),
    tasks: await db.task.count({ where: { benchmarkName: { in: [...benchmarks] }, checksum: "synthetic" } }),
    memories: await db.memory.count({ where: { importKey: { startsWith: `demo:${seed}:` } } }),
    runs: await db.run.count({ where: run }),
    trials: await db.trial.count({ where: { run } }),
    trajectories: await db.trajectory.count({ where: { trial: { run } } }),
    retrievals: await db.retrieval.count({ where: { trial: { run } } }),
  };
}
