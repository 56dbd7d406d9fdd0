import type { Db } from "#lib/db/client.ts";
import type { LintRule, Severity } from "./schema.ts";

/** A stored finding, as the command line answers it. */
export type FindingRow = {
  memoryId: string;
  rule: LintRule;
  severity: Severity;
  message: string;
  field: string;
  /** Characters [start, end) of the field. */
  span: [start: number, end: number];
};

/** Stored findings of memories as they are now; findings of an older version are left out. */
export async function listFindings(
  db: Db,
  params: { rule?: LintRule | undefined; memoryId?: string | undefined } = {},
): Promise<{ rows: FindingRow[]; total: number }> {
  const { rule, memoryId } = params;
  const found = await db.lintFinding.findMany({
    where: { ...(rule ? { rule } : {}), ...(memoryId ? { memoryId } : {}) },
    orderBy: [{ rule: "asc" }, { memoryId: "asc" }, { field: "asc" }, { spanStart: "asc" }, { id: "asc" }],
    include: { memory: { select: { version: true } } },
  });
  const rows = found
    .filter((finding) => finding.memory.version === finding.memoryVersion)
    .map((finding) => ({
      memoryId: finding.memoryId,
      rule: finding.rule as LintRule,
      severity: finding.severity as Severity,
      message: finding.message,
      field: finding.field,
      span: [finding.spanStart, finding.spanEnd] as [number, number],
    }));
  return { rows, total: rows.length };
}
