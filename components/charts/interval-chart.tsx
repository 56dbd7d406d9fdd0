"use client";
import type { ReactNode } from "react";
import {
  CartesianGrid,
  ErrorBar,
  ScatterChart as Recharts,
  ReferenceLine,
  Scatter,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { ChartFigure, type ChartTable } from "./chart-figure.tsx";
import { axisLine, axisTick, gridStroke, tooltipStyle } from "./chart-parts.tsx";

type IntervalChartModel = {
  /** One dot a row: its value and the ends of its interval. A null value is left out, the row stays. */
  rows: readonly {
    name: string;
    value: number | null;
    low: number | null;
    high: number | null;
    color?: string;
  }[];
  /** A line to read against, e.g. no difference. */
  reference?: number;
  domain?: readonly [number, number];
};

type IntervalChartProps = {
  model: IntervalChartModel;
  table: ChartTable;
  label: string;
  caption: ReactNode;
  format?: "number" | "points" | "percent";
};

function writer(format: "number" | "points" | "percent") {
  if (format === "percent") return (value: number) => `${(100 * value).toFixed(1)}%`;
  if (format === "points") return (value: number) => `${value > 0 ? "+" : ""}${(100 * value).toFixed(1)} pp`;
  return (value: number) => String(value);
}

/** Dots with their intervals, one row each. It draws the model and decides nothing. */
export function IntervalChart({ model, table, label, caption, format = "number" }: IntervalChartProps) {
  const write = writer(format);
  const data = model.rows
    .filter((row) => row.value !== null)
    .map((row) => ({
      name: row.name,
      value: row.value ?? 0,
      fill: row.color ?? "var(--accent)",
      error:
        row.low === null || row.high === null
          ? undefined
          : [(row.value ?? 0) - row.low, row.high - (row.value ?? 0)],
    }));
  return (
    <ChartFigure caption={caption} table={table} label={label}>
      <Recharts
        responsive
        style={{ width: "100%", height: 44 + 30 * model.rows.length }}
        margin={{ top: 8, right: 16, bottom: 0, left: 0 }}
      >
        <CartesianGrid horizontal={false} stroke={gridStroke} />
        <XAxis
          type="number"
          dataKey="value"
          tick={axisTick}
          axisLine={axisLine}
          tickLine={false}
          tickFormatter={write}
          {...(model.domain ? { domain: [...model.domain] } : {})}
        />
        <YAxis
          type="category"
          dataKey="name"
          // The first row on top, as in the table.
          reversed
          allowDuplicatedCategory={false}
          tick={axisTick}
          axisLine={false}
          tickLine={false}
          width={132}
        />
        {model.reference === undefined ? null : (
          <ReferenceLine x={model.reference} stroke="var(--line-strong)" strokeDasharray="4 3" />
        )}
        <Tooltip
          contentStyle={tooltipStyle}
          cursor={false}
          formatter={(value) => (typeof value === "number" ? write(value) : value)}
          isAnimationActive={false}
        />
        <Scatter data={data} isAnimationActive={false}>
          <ErrorBar
            dataKey="error"
            direction="x"
            stroke="var(--foreground)"
            strokeWidth={1.5}
            width={5}
            isAnimationActive={false}
          />
        </Scatter>
      </Recharts>
    </ChartFigure>
  );
}
