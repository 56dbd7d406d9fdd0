import { cacheByRevision } from "#lib/db/cache-by-revision.ts";
import type { Db } from "#lib/db/client.ts";
import { listJudgeAudits } from "#lib/runs/judge-audits.ts";
import type { Confusion } from "#lib/runs/judge-cases.ts";
import { type JudgedCount, judgeFigures } from "./judge-figures.ts";
import { countWrongLabels, listJudgedCounts, listWrongLabels } from "./judge-sql.ts";
import type { JudgeAudit, JudgeRow } from "./schema.ts";

/** Memories of one page: with each that is relabeled, the next comes up. */
const SHOWN = 200;

const keep = cacheByRevision<JudgeAudit>(
  2,
  "Run",
  "Trial",
  "Task",
  "Trajectory",
  "Memory",
  "Revision",
  "JudgeAudit",
);

/** All verdicts of judges against the verifier's outcomes, by run and benchmark, and the memories that got a wrong one. */
export async function getJudgeAudit(db: Db): Promise<JudgeAudit> {
  return keep(db, "audit", async () => {
    const counts = await listJudgedCounts(db);
    const groups = Map.groupBy(counts, ({ runId, benchmark }) => JSON.stringify([runId, benchmark]));
    const rows = [...groups.values()].flatMap((its) => {
      const [first] = its;
      if (!first) return [];
      const { runId, runName: name, benchmark } = first;
      return { id: `${runId}/${benchmark}`, runId, name, benchmark, ...judgeFigures(its) };
    });
    const audits = (await listJudgeAudits(db)).map((audit): JudgeRow & { counts: JudgedCount[] } => {
      const { id, name, benchmark } = audit;
      const its = countsOf(audit);
      return { id, runId: null, name, benchmark, ...judgeFigures(its), counts: its };
    });
    return {
      total: judgeFigures([...counts, ...audits.flatMap((audit) => audit.counts)]),
      rows: [...rows, ...audits.map(({ counts: _, ...row }) => row)],
      wrong: await listWrongLabels(db, SHOWN),
      wrongTotal: await countWrongLabels(db),
    };
  });
}

function countsOf({ tp, fp, fn, tn }: Confusion): JudgedCount[] {
  return [
    { pass: true, outcome: "passed", count: tp },
    { pass: true, outcome: "failed", count: fp },
    { pass: false, outcome: "passed", count: fn },
    { pass: false, outcome: "failed", count: tn },
  ];
}
