import type { AttributionCase } from "#lib/attribution/attribution-case.ts";
import type { FitState } from "#lib/attribution/get-attribution.ts";
import type { Db } from "#lib/db/client.ts";
import type { ComparedRun } from "#lib/transfer/schema.ts";
import { caseKey } from "./case-key.ts";
import type { CaseFindings } from "./count-findings.ts";
import { getRunCases, type RunCases } from "./run-cases.ts";
import { type CaseJudgment, type CaseRow, caseVerdicts } from "./schema.ts";
import type { CaseFilter } from "./search-params.ts";

export type CaseList = {
  base: ComparedRun;
  candidate: ComparedRun;
  /** Those that the filter holds, worst first. */
  rows: CaseRow[];
  /** Of all cases that point to harm or are judged, and how many a person judged. */
  progress: { judged: number; of: number };
  findings: CaseFindings;
  /** Whether they are of the runs as they are; "missing": no case was computed yet. */
  fit: FitState;
  unlinked: number;
};

export type ListCasesParams = Partial<CaseFilter> & { base?: string | null; candidate?: string | null };

/** The cases of two runs, worst first; null when there is no such pair. */
export async function listCases(db: Db, params: ListCasesParams): Promise<CaseList | null> {
  const found = await getRunCases(db, params);
  if (!found) return null;
  const { base, candidate, findings, fit, unlinked } = found;
  const rows = await withMemories(db, found, found.cases);
  return {
    base,
    candidate,
    rows: selectCases(rows, params),
    progress: progressOf(rows),
    findings,
    fit,
    unlinked,
  };
}

/** The cases that a filter holds, in their order. */
export function selectCases<Row extends Pick<CaseRow, "state" | "judgment">>(
  rows: readonly Row[],
  { state, open }: Partial<CaseFilter>,
): Row[] {
  return rows.filter(
    (row) => (!state || row.state === state) && (open !== true || (isToJudge(row) && row.judgment === null)),
  );
}

/** What a person should look at: what points to harm, and what somebody looked at already. */
function progressOf(rows: readonly CaseRow[]): CaseList["progress"] {
  const judged = rows.filter(({ judgment }) => judgment !== null).length;
  return { judged, of: rows.filter((row) => isToJudge(row) || row.judgment !== null).length };
}

function isToJudge({ state }: Pick<CaseRow, "state">): boolean {
  return state === "suspected" || state === "supported" || state === "confirmed";
}

/** Cases as the list shows them: named as their memories are called now, with what a person said. */
export async function withMemories(
  db: Db,
  { base, candidate }: Pick<RunCases, "base" | "candidate">,
  cases: readonly AttributionCase[],
): Promise<CaseRow[]> {
  const [memories, verdicts] = await Promise.all([
    db.memory.findMany({
      where: { id: { in: cases.flatMap(({ memoryIds }) => memoryIds) } },
      select: { id: true, title: true, type: true, benchmarkName: true, lifecycle: true },
    }),
    db.caseVerdict.findMany({ where: { baseRunId: base.id, candidateRunId: candidate.id } }),
  ]);
  const byId = new Map(memories.map((memory) => [memory.id, memory]));
  const byKey = new Map(verdicts.map((row) => [row.caseKey, judgmentOf(row)]));
  return cases.flatMap((each) => {
    const own = each.memoryIds.flatMap((id) => byId.get(id) ?? []);
    const [first] = own;
    if (!first) return [];
    return {
      ...each,
      titles: each.memoryIds.map((id, i) => byId.get(id)?.title ?? each.titles[i] ?? id),
      type: first.type,
      benchmark: first.benchmarkName,
      isDeprecated: own.every(({ lifecycle }) => lifecycle === "deprecated"),
      judgment: byKey.get(caseKey(each.memoryIds)) ?? null,
    };
  });
}

type StoredVerdict = { verdict: string; note: string | null; actor: string; updatedAt: Date };

function judgmentOf({ verdict, note, actor, updatedAt }: StoredVerdict): CaseJudgment | null {
  const known = caseVerdicts.find((each) => each === verdict);
  return known ? { verdict: known, note, actor, updatedAt: updatedAt.toISOString() } : null;
}
