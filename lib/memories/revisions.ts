import type { Db } from "#lib/db/client.ts";
import { type RevisionEvidence, revisionEvidence } from "./revision-evidence.ts";
import { describeValidityEnd, describeValidityStart } from "./validity-day.ts";

/** One version of a memory. Times are ISO 8601. */
export type RevisionRow = {
  id: string;
  version: number;
  kind: string;
  actor: string;
  reason: string | null;
  batchId: string | null;
  createdAt: string;
  /** On which evidence it was written; null = none was named. */
  evidence: RevisionEvidence | null;
  /** The changed fields, before and after, as text to compare; no changes = the memory came to be. */
  changes: { field: string; before: string; after: string }[];
};

/** The revisions of a memory, newest first. */
export async function listRevisions(
  db: Db,
  memoryId: string,
): Promise<{ rows: RevisionRow[]; total: number }> {
  const revisions = await db.revision.findMany({ where: { memoryId }, orderBy: { version: "desc" } });
  const rows = revisions.map(({ createdAt, evidence, before, after, ...revision }) => ({
    id: revision.id,
    version: revision.version,
    kind: revision.kind,
    actor: revision.actor,
    reason: revision.reason,
    batchId: revision.batchId,
    createdAt: createdAt.toISOString(),
    evidence: evidence === null ? null : revisionEvidence.parse(evidence),
    changes: before === null ? [] : changesOf(toRecord(before), toRecord(after)),
  }));
  return { rows, total: rows.length };
}

/**
 * The differences of two sets of fields, field by field; the parts of `content` are fields of their
 * own, so that a long trajectory shows only the steps' text and not their JSON.
 */
export function changesOf(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): RevisionRow["changes"] {
  const flat = [flatten(before), flatten(after)] as const;
  const fields = [...new Set([...Object.keys(flat[0]), ...Object.keys(flat[1])])];
  return fields
    .map((field) => ({ field, before: flat[0][field] ?? "", after: flat[1][field] ?? "" }))
    .filter((change) => change.before !== change.after);
}

function flatten(values: Record<string, unknown>): Record<string, string> {
  const { content, ...rest } = values;
  return Object.fromEntries(
    [...Object.entries(rest), ...Object.entries(toRecord(content))].map(([field, value]) => {
      const inWords = describeValidity[field];
      return [field, inWords && typeof value === "string" ? inWords(value) : textOf(value)];
    }),
  );
}

/** A validity window is told by its days, as people set it. */
const describeValidity: Record<string, (instant: string) => string> = {
  validFrom: describeValidityStart,
  validUntil: describeValidityEnd,
};

/** A value as the lines a reader compares. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(textOf).join("\n");
  if (typeof value === "object") {
    return Object.entries(value)
      .map(([key, inner]) => `${key}: ${textOf(inner)}`)
      .join("\n");
  }
  return String(value);
}

function toRecord(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
