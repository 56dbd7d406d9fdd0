import type { Db } from "#lib/db/client.ts";
import type { TaskBin } from "./pass-at.ts";
import { listBinRows } from "./runs-sql.ts";

/** Tasks of one run and benchmark that came out alike. */
export type RunTaskBin = TaskBin & { runId: string; benchmark: string };

/**
 * Counts the tasks of runs by (benchmark, attempts of each outcome).
 * A few dozen rows per run, whatever its size, and enough for every count and every pass@k.
 */
export async function listTaskBins(db: Db, runIds: readonly string[]): Promise<RunTaskBin[]> {
  if (runIds.length === 0) return [];
  const rows = await listBinRows(db, runIds);
  return rows.map(({ runId, benchmark, tasks, passed, failed, errored, missing }) => ({
    runId,
    benchmark,
    tasks,
    outcomes: { passed, failed, errored, missing },
  }));
}
