import { type CsvColumn, csvOf } from "#lib/shared/csv.ts";
import type { JudgedPredictor } from "./schema.ts";

const columns: readonly CsvColumn<JudgedPredictor>[] = [
  ["kind", (row) => row.kind],
  ["predictor", (row) => row.name],
  ["auc", (row) => row.auc],
  ["ci_low", (row) => row.ci?.[0] ?? null],
  ["ci_high", (row) => row.ci?.[1] ?? null],
  ["p", (row) => row.p],
  ["q", (row) => row.q],
  ["memories", (row) => row.memories],
  ["flagged", (row) => row.flagged],
  ["reading", (row) => row.reading],
  ["missing", (row) => row.missing],
];

/** All predictors as CSV (RFC 4180). An unknown value is an empty field, not 0. */
export function predictorsCsv(rows: readonly JudgedPredictor[]): string {
  return csvOf(columns, rows);
}
