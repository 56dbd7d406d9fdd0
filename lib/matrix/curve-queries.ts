import { cacheByRevision } from "#lib/db/cache-by-revision.ts";
import type { Db } from "#lib/db/client.ts";
import { readSetup } from "#lib/runs/run-setup.ts";
import { listShownOrigins } from "./matrix-sql.ts";
import { getMatrix, type MatrixParams } from "./queries.ts";
import { type CurveRun, curveFacts } from "./run-origins.ts";

const sources = ["Run", "Trial", "Task", "Trajectory", "Release", "Retrieval", "Memory"] as const;
const keepCurves = cacheByRevision<CurveRun[]>(8, ...sources);

/** The runs with memory, their averages against their baselines, and what is known of them. Not to be written to. */
export async function getCurves(db: Db, params: MatrixParams): Promise<CurveRun[]> {
  return keepCurves(db, params, async () => {
    const matrix = await getMatrix(db, params);
    const ids = matrix.runs.filter((run) => run.arm === "memory").map((run) => run.id);
    const rows = await db.run.findMany({
      where: { id: { in: ids } },
      select: { id: true, config: true, setup: true, release: { select: { name: true, memoryCount: true } } },
    });
    const origins = await listShownOrigins(db, ids);
    const averageOf = (kind: "micro" | "macro", runId: string) =>
      matrix.rows.find((row) => row.kind === kind)?.cells.find((cell) => cell.runId === runId) ?? null;
    return matrix.runs.flatMap((run) => {
      const row = rows.find(({ id }) => id === run.id);
      if (!row) return [];
      const release = row.release && { memories: row.release.memoryCount, name: row.release.name };
      const shown = origins.find(({ runId }) => runId === run.id) ?? null;
      const facts = curveFacts(run, readSetup(row.config, row.setup), { release, shown });
      return { run, facts, micro: averageOf("micro", run.id), macro: averageOf("macro", run.id) };
    });
  });
}
