import { formatDelta, formatReach, formatValue } from "#lib/matrix/format-value.ts";
import { matrixNote } from "#lib/matrix/matrix-note.ts";
import { nameMeasure } from "#lib/matrix/name-measure.ts";
import type { Matrix, MatrixCell, MatrixRow } from "#lib/matrix/schema.ts";
import { type Html, html } from "#lib/shared/html.ts";
import { reportTable } from "./report-table.ts";

const arrows = { up: " ↑", down: " ↓" } as const;

/** All runs at once; the candidate's column is marked. */
export function matrixSection(matrix: Matrix, candidateId: string): Html {
  const columns = matrix.runs.map((run, i) => ({
    head: run.id === candidateId ? `${run.name} (candidate)` : run.name,
    numeric: true,
    cell: (row: MatrixRow) => cellOf(row.cells[i], matrix),
    sort: (row: MatrixRow) => row.cells[i]?.value ?? null,
  }));
  return html`<section><h2>All runs</h2>
${reportTable(`${nameMeasure(matrix.measure)}, %`, [{ head: "Benchmark", cell: (row: MatrixRow) => row.benchmark }, ...columns], matrix.rows)}
<p class="small">${matrixNote(matrix).join(" ")}</p>
</section>`;
}

function cellOf(cell: MatrixCell | undefined, { measure }: Matrix): Html | string {
  if (!cell || cell.value === null) return "–";
  const delta = formatDelta(cell.delta, measure);
  const mark = cell.arrow ? arrows[cell.arrow] : "";
  return html`${formatValue(cell.value, measure)} <span class="small">(${formatReach(cell, measure)})</span> <span class="${cell.arrow ?? "none"}">${delta}${mark}</span>`;
}
