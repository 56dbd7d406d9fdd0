import type { Db, RootDb } from "#lib/db/client.ts";
import { hashJson } from "#lib/shared/hash.ts";
import type { Tally } from "./counts.ts";
import type { JudgeAuditRecord } from "./records.ts";
import { rowFaultReason } from "./row-fault.ts";

/** An audit's file is known again by what it says: verdicts alone give no other identity. */
const keyOf = ({ name, benchmark, cases }: JudgeAuditRecord) => hashJson([benchmark, name, cases]);

/** Counts what is new. Reads only. @returns the new audits, each once */
export async function planJudgeAudits(
  db: Db,
  audits: readonly JudgeAuditRecord[],
  tally: Tally,
): Promise<JudgeAuditRecord[]> {
  const byKey = new Map(audits.map((audit) => [keyOf(audit), audit]));
  const keys = [...byKey.keys()];
  const stored = await db.judgeAudit.findMany({
    where: { importKey: { in: keys } },
    select: { importKey: true },
  });
  for (const { importKey } of stored) byKey.delete(importKey);
  const created = new Set(byKey.values());
  for (const audit of audits)
    tally.count(audit.path, "judgements", created.has(audit) ? "created" : "unchanged", audit.cases.length);
  return [...created];
}

/** Writes new audits; one that the database refuses is a problem of its file. */
export async function writeJudgeAudits(
  db: RootDb,
  created: readonly JudgeAuditRecord[],
  tally: Tally,
): Promise<void> {
  for (const audit of created) {
    const { name, benchmark, cases, path } = audit;
    const importKey = keyOf(audit);
    try {
      const data = { importKey, name, benchmark, cases };
      await db.judgeAudit.upsert({ where: { importKey }, create: data, update: {} });
    } catch (error) {
      tally.count(path, "judgements", "created", 1 - cases.length);
      tally.refuse({ path, line: null, field: null, reason: rowFaultReason(error) }, "judgements", "created");
    }
  }
}
