import { explainMeasure } from "./name-measure.ts";
import { ARROW_LEVEL, effortOf, type Matrix } from "./schema.ts";

/** The figures of the note below a table: how many tests, how many would be small by chance alone. */
function describeTests({ tests, below, belowByChance }: Matrix): string {
  if (tests === 0) return "No difference is tested: no run has a baseline with tasks in common.";
  const counted = `${tests} ${tests === 1 ? "difference" : "differences"} tested`;
  return `${counted}: ${below} with p ≤ .05, where chance alone would give up to ${belowByChance.toFixed(1)}. An arrow stands only at q ≤ ${String(ARROW_LEVEL).replace("0", "")} (Benjamini-Hochberg over all ${tests}).`;
}

/** All that a reader of the table needs to know, in sentences: under the table, and in downloads. */
export function matrixNote(matrix: Matrix): string[] {
  if (effortOf[matrix.measure.kind])
    return [
      explainMeasure(matrix.measure),
      "Differences are over paired tasks that recorded it, and are not tested.",
    ];
  const tested = matrix.rows.flatMap((row) => row.cells.flatMap((cell) => cell.test?.name ?? []));
  const names = [...new Set(tested)];
  return [
    explainMeasure(matrix.measure),
    "Differences are from the run's baseline over paired tasks, with 95% score intervals over tasks.",
    "micro: each task counts the same; macro: each benchmark counts the same (not tested).",
    ...(names.length > 0 ? [`Tests: ${names.join("; ")}.`] : []),
    describeTests(matrix),
  ];
}
