import { join } from "node:path";
import type { RootDb } from "#lib/db/client.ts";
import { listFairness } from "#lib/matrix/fair-queries.ts";
import { getMatrix, getTaskHeat } from "#lib/matrix/queries.ts";
import { getComparison } from "#lib/transfer/queries.ts";
import { createManyRuns } from "./many-runs.ts";
import { type BenchContext, type BenchRow, medianSeconds } from "./row.ts";
import { inScratch, withEmbedded } from "./scratch.ts";

const size = { runs: 10, tasks: 500, attempts: 3 };
const measure = { kind: "pass", k: 1 } as const;

/** The matrix of ten runs, its fair-comparison check, the heat map and one comparison, each after a write and again. */
export function benchMatrix({ log }: BenchContext): Promise<BenchRow[]> {
  return inScratch((folder) =>
    withEmbedded(join(folder, "data"), async (db) => {
      log(`Writing ${size.runs} runs of ${size.tasks} tasks, ${size.attempts} attempts each ...`);
      const [base = "", candidate = ""] = await createManyRuns(db, size);
      const { runs } = await getMatrix(db, { measure });
      const pairs = runs.map(({ id, baselineId }) => ({ runId: id, baselineId }));
      const works: [string, () => Promise<unknown>][] = [
        ["matrix, pass@1", () => getMatrix(db, { measure })],
        ["matrix, pass@3", () => getMatrix(db, { measure: { kind: "pass", k: 3 } })],
        ["matrix, cost per solved task", () => getMatrix(db, { measure: { kind: "costSolved", k: 1 } })],
        ["fair-comparison check of all runs", () => listFairness(db, pairs)],
        ["heat map of tasks", () => getTaskHeat(db, {})],
        ["comparison of two runs", () => getComparison(db, { base, candidate })],
      ];
      const rows: BenchRow[] = [];
      for (const [name, work] of works) rows.push(...(await timed(db, base, name, work)));
      return rows;
    }),
  );
}

/** After a write, which forgets every answer kept, and once more without one. */
async function timed(
  db: RootDb,
  runId: string,
  name: string,
  work: () => Promise<unknown>,
): Promise<BenchRow[]> {
  const touch = () => db.run.update({ where: { id: runId }, data: { agent: `agent ${Math.random()}` } });
  const touching = await medianSeconds(touch);
  const both = await medianSeconds(async () => {
    await touch();
    await work();
  });
  const n = size.runs * size.tasks * size.attempts;
  return [
    { name: `${name}, after a write`, n, seconds: both - touching, note: "read and computed" },
    { name: `${name}, again`, n, seconds: await medianSeconds(work), note: "kept" },
  ];
}
