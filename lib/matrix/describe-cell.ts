import { describeP, describeQ, formatInterval, formatPoints } from "#lib/transfer/format.ts";
import { formatDelta, formatReach, formatValue } from "./format-value.ts";
import { nameMeasure } from "./name-measure.ts";
import { effortOf, type MatrixCell, type MatrixRow, type Measure } from "./schema.ts";

type Described = {
  run: string;
  baseline: string | null;
  row: Pick<MatrixRow, "benchmark" | "kind">;
  cell: MatrixCell;
  measure: Measure;
};

/** All there is to say of a cell: value with k/n, difference with interval, p and q. */
export function describeCell({ run, baseline, row, cell, measure }: Described): string {
  const where = row.kind === "benchmark" ? row.benchmark : `${row.benchmark} average`;
  if (cell.value === null) return `${run}, ${where}: ${whyUnknown(measure)}.`;
  const share = !effortOf[measure.kind];
  const value = `${nameMeasure(measure)} ${formatValue(cell.value, measure)}${share ? "%" : ""} (${formatReach(cell, measure)})`;
  return [`${run}, ${where}: ${value}`, ...describeDifference(cell, measure, baseline)].join("; ");
}

function describeDifference(cell: MatrixCell, measure: Measure, baseline: string | null): string[] {
  if (baseline === null) return ["no baseline"];
  if (cell.delta === null) return [`no task in common with ${baseline}`];
  const pairs = `over ${cell.pairs} paired ${cell.pairs === 1 ? "task" : "tasks"}`;
  if (effortOf[measure.kind])
    return [`${formatDelta(cell.delta, measure)} against ${baseline} ${pairs}, not tested`];
  const interval = cell.ci ? ` [${formatInterval(cell.ci)}]` : "";
  const test =
    cell.test && cell.q !== null
      ? [`${describeP(cell.test.p)}, ${describeQ(cell.q)}, ${cell.test.name}`]
      : [];
  return [`${formatPoints(cell.delta)}${interval} against ${baseline} ${pairs}`, ...test];
}

function whyUnknown(measure: Measure): string {
  if (effortOf[measure.kind]) return `${nameMeasure(measure)} was not recorded`;
  return `no task has ${measure.k} counted ${measure.k === 1 ? "attempt" : "attempts"}`;
}
