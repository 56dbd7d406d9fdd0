import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { type Confusion, confusionOf, type JudgeCase, judgeCase } from "./judge-cases.ts";

/** A judge over a benchmark, as a file told it. */
export type JudgeAudit = { id: string; name: string; benchmark: string; cases: JudgeCase[] } & Confusion;

/** All imported audits of judges, by benchmark and name. Trials with both a judgement and an outcome are not among them. */
export async function listJudgeAudits(db: Db): Promise<JudgeAudit[]> {
  const rows = await db.judgeAudit.findMany({ orderBy: [{ benchmark: "asc" }, { name: "asc" }] });
  return rows.map(({ id, name, benchmark, cases: stored }) => {
    const cases = z.array(judgeCase).parse(stored);
    return { id, name, benchmark, cases, ...confusionOf(cases) };
  });
}
