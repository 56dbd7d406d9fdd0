"use client";
import { IntervalChart } from "#components/charts/interval-chart.tsx";
import type { DifferenceChart } from "#lib/transfer/difference-chart.ts";

type Props = { chart: DifferenceChart; k: number; confidence: number };

/** Difference per benchmark as dots with intervals. */
export function DifferenceChartFigure({ chart, k, confidence }: Props) {
  if (chart.model.rows.length === 0) {
    return (
      <p className="text-sm text-muted">
        No pair has {k} counted attempts on both sides, so there is no pass@{k} to draw. Choose a smaller k.
      </p>
    );
  }
  return (
    <IntervalChart
      model={chart.model}
      table={chart.table}
      label={`Difference of pass@${k} per benchmark`}
      format="points"
      caption={
        <>
          Candidate minus baseline, pass@{k} in percentage points, with the {Math.round(confidence * 100)}%
          score interval. Right of the line: the candidate solves more. An interval that crosses the line
          shows no significant difference. By chance alone, one in twenty misses the line; q in the table
          above corrects for that.
          {chart.leftOut.length > 0 ? ` Left out, too few attempts: ${chart.leftOut.join(", ")}.` : ""}
        </>
      }
    />
  );
}
