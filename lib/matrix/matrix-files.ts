import { describeArm } from "#lib/runs/describe-arm.ts";
import { type CsvColumn, csvOf } from "#lib/shared/csv.ts";
import { latexTable, markdownTable } from "#lib/shared/table-markup.ts";
import { formatDelta, formatReach, formatValue } from "./format-value.ts";
import { matrixNote } from "./matrix-note.ts";
import { nameMeasure } from "./name-measure.ts";
import { effortOf, type Matrix, type MatrixCell, type MatrixRow, type MatrixRun } from "./schema.ts";

type CsvRow = {
  benchmark: string;
  measure: string;
  run: MatrixRun;
  baseline: string | null;
  cell: MatrixCell;
};

const csvColumns: readonly CsvColumn<CsvRow>[] = [
  ["benchmark", (row) => row.benchmark],
  ["measure", (row) => row.measure],
  ["run", (row) => row.run.name],
  ["run_id", (row) => row.run.id],
  ["arm", (row) => describeArm(row.run)],
  ["model", (row) => row.run.model],
  ["value", (row) => row.cell.value],
  ["solved", (row) => row.cell.solved],
  ["tasks", (row) => row.cell.n],
  ["baseline", (row) => row.baseline],
  ["paired_tasks", (row) => row.cell.pairs],
  ["difference", (row) => row.cell.delta],
  ["interval_low", (row) => row.cell.ci?.[0] ?? null],
  ["interval_high", (row) => row.cell.ci?.[1] ?? null],
  ["test", (row) => row.cell.test?.name ?? null],
  ["p", (row) => row.cell.test?.p ?? null],
  ["q", (row) => row.cell.q],
];

/** A row for each cell, in full precision; unknown is an empty field, not 0. */
export function matrixCsv(matrix: Matrix): string {
  const byId = new Map(matrix.runs.map((run) => [run.id, run]));
  const rows = matrix.rows.flatMap(({ benchmark, cells }) =>
    cells.flatMap((cell) => {
      const run = byId.get(cell.runId);
      const baseline = run?.baselineId ? (byId.get(run.baselineId)?.name ?? run.baselineId) : null;
      return run ? { benchmark, measure: nameMeasure(matrix.measure), run, baseline, cell } : [];
    }),
  );
  return csvOf(csvColumns, rows);
}

/** A table as in a README, with what it means below. */
export function matrixMarkdown(matrix: Matrix): string {
  const rows = matrix.rows.map((row) => textsOf(row, matrix));
  return `${[...markdownTable(headsOf(matrix), rows), "", ...matrixNote(matrix)].join("\n")}\n`;
}

/** A table for a paper, with what it means in comments above. */
export function matrixLatex(matrix: Matrix): string {
  const groups = [true, false].map((ofBenchmarks) =>
    matrix.rows
      .filter((row) => (row.kind === "benchmark") === ofBenchmarks)
      .map((row) => textsOf(row, matrix)),
  );
  const notes = matrixNote(matrix).map((sentence) => `% ${sentence}`);
  return `${[...notes, ...latexTable(headsOf(matrix), groups)].join("\n")}\n`;
}

function headsOf(matrix: Matrix): string[] {
  return [unitOf(matrix), ...matrix.runs.map((run) => run.name)];
}

function textsOf({ benchmark, cells }: MatrixRow, matrix: Matrix): string[] {
  return [benchmark, ...cells.map((cell) => textOf(cell, matrix))];
}

/** "pass@1, %" */
function unitOf({ measure }: Matrix): string {
  return effortOf[measure.kind] ? nameMeasure(measure) : `${nameMeasure(measure)}, %`;
}

/** "41.9 (41.9/100) −4.7 ↓": the arrow only where the difference holds for the whole table. */
function textOf(cell: MatrixCell, { measure }: Matrix): string {
  if (cell.value === null) return "–";
  const arrow = cell.arrow === "up" ? "↑" : cell.arrow === "down" ? "↓" : "";
  const reach = `(${formatReach(cell, measure)})`;
  return [formatValue(cell.value, measure), reach, formatDelta(cell.delta, measure), arrow]
    .filter(Boolean)
    .join(" ");
}
