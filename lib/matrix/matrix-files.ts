import { describeArm } from "#lib/runs/describe-arm.ts";
import { type CsvColumn, csvOf } from "#lib/shared/csv.ts";
import { formatDelta, formatReach, formatValue } from "./format-value.ts";
import { matrixNote } from "./matrix-note.ts";
import { nameMeasure } from "./name-measure.ts";
import { effortOf, type Matrix, type MatrixCell, type MatrixRun } from "./schema.ts";

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
  const plain = (text: string) => text.replace(/[\\|`*_<>[\]]/g, "\\$&").replace(/\s+/g, " ");
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const heads = [unitOf(matrix), ...matrix.runs.map((run) => run.name)].map(plain);
  const rows = matrix.rows.map((row) =>
    line([plain(row.benchmark), ...row.cells.map((cell) => textOf(cell, matrix))]),
  );
  const rule = `| --- |${" ---: |".repeat(matrix.runs.length)}`;
  return `${[line(heads), rule, ...rows, "", ...matrixNote(matrix)].join("\n")}\n`;
}

/** A table for a paper: booktabs, and nothing else beyond LaTeX itself. */
export function matrixLatex(matrix: Matrix): string {
  const line = (cells: readonly string[]) => `${cells.map(escapeLatex).join(" & ")} \\\\`;
  const averages = matrix.rows.findIndex((row) => row.kind !== "benchmark");
  const rows = matrix.rows.map((row) =>
    line([row.benchmark, ...row.cells.map((cell) => textOf(cell, matrix))]),
  );
  return `${[
    ...matrixNote(matrix).map((sentence) => `% ${sentence}`),
    `\\begin{tabular}{l${"r".repeat(matrix.runs.length)}}`,
    "\\toprule",
    line([unitOf(matrix), ...matrix.runs.map((run) => run.name)]),
    "\\midrule",
    ...rows.slice(0, Math.max(0, averages)),
    ...(averages > 0 ? ["\\midrule"] : []),
    ...rows.slice(Math.max(0, averages)),
    "\\bottomrule",
    "\\end{tabular}",
  ].join("\n")}\n`;
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

const latexSigns: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "−": "$-$",
  "–": "--",
  "↑": "$\\uparrow$",
  "↓": "$\\downarrow$",
};

function escapeLatex(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\~^−–↑↓&%$#_{}]/g, (sign) => latexSigns[sign] ?? `\\${sign}`);
}
