import { hashJson } from "#lib/shared/hash.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { MEMORY_FIELDS, TRIAL_FIELDS } from "./schema.ts";

export type TableField = (typeof TRIAL_FIELDS)[number] | (typeof MEMORY_FIELDS)[number];

/** A field is a column's cell, or the same value in every row. */
type FieldSource = { column: string } | { value: string };
type Threshold = { atLeast: boolean; value: number };

/** Which column of a table is what. `threshold`: from where on a score passes; null = outcomes are words or 0 and 1. */
export type ColumnMapping = {
  kind: "trials" | "memories";
  fields: Partial<Record<TableField, FieldSource>>;
  threshold: Threshold | null;
};

const THRESHOLD = /^(.+?)(>=|<=)\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)$/i;
const FIELDS: readonly string[] = [...new Set([...TRIAL_FIELDS, ...MEMORY_FIELDS])];

/**
 * Reads a mapping from its parts: `task=instance_id` takes a column, `type:=insight` a value for every row, and
 * `outcome=score>=0.5` (or `<=`) a score with what passes. With `content` the rows are memories, else trials.
 * @returns "invalid" naming the part that can't be read, or the field that is missing
 */
export function parseMapping(parts: readonly string[]): Result<ColumnMapping> {
  const fields: ColumnMapping["fields"] = {};
  let threshold: Threshold | null = null;
  for (const part of parts.map((text) => text.trim()).filter(Boolean)) {
    const at = part.indexOf("=");
    const isValue = part[at - 1] === ":";
    const field = part.slice(0, isValue ? at - 1 : at).trim();
    const said = part.slice(at + 1).trim();
    if (at < 1 || said === "") return err("invalid", `"${part}" is not FIELD=COLUMN or FIELD:=VALUE.`);
    if (!FIELDS.includes(field))
      return err("invalid", `There is no field "${field}": use ${FIELDS.join(", ")}.`);
    if (field in fields) return err("invalid", `The field "${field}" is given twice.`);
    const score = field === "outcome" && !isValue ? THRESHOLD.exec(said) : null;
    if (score) threshold = { atLeast: score[2] === ">=", value: Number(score[3]) };
    fields[field as TableField] = isValue ? { value: said } : { column: score?.[1]?.trim() ?? said };
  }
  return checked({ kind: "content" in fields ? "memories" : "trials", fields, threshold });
}

function checked(mapping: ColumnMapping): Result<ColumnMapping> {
  const { kind, fields } = mapping;
  const allowed: readonly string[] = kind === "trials" ? TRIAL_FIELDS : MEMORY_FIELDS;
  const wrong = Object.keys(fields).find((field) => !allowed.includes(field));
  if (wrong !== undefined)
    return err("invalid", `"${wrong}" is no field of ${kind}: use ${allowed.join(", ")}.`);
  const missing =
    kind === "trials" ? (["task", "outcome"] as const).find((field) => !(field in fields)) : undefined;
  if (missing !== undefined)
    return err(
      "invalid",
      `Say which column is the ${missing}: ${missing}=COLUMN. (A table of memories needs content=COLUMN.)`,
    );
  return ok(mapping);
}

/** The mapping as `parseMapping` reads it. */
export function mappingParts({ fields, threshold }: ColumnMapping): string[] {
  return Object.entries(fields).map(([field, source]) => {
    if ("value" in source) return `${field}:=${source.value}`;
    const passes =
      field === "outcome" && threshold ? `${threshold.atLeast ? ">=" : "<="}${threshold.value}` : "";
    return `${field}=${source.column}${passes}`;
  });
}

/** What a mapping is kept under: the names of the columns in whatever order. */
export function columnsKey(columns: readonly string[]): string {
  return hashJson([...new Set(columns)].sort());
}

/** A column that a mapping names and a table does not have. */
export function missingColumn({ fields }: ColumnMapping, columns: readonly string[]): string | null {
  const named = Object.values(fields).flatMap((source) => ("column" in source ? [source.column] : []));
  return named.find((column) => !columns.includes(column)) ?? null;
}
