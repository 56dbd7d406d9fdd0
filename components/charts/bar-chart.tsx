"use client";
import type { ReactNode } from "react";
import { Bar, CartesianGrid, Legend, BarChart as Recharts, Tooltip, XAxis, YAxis } from "recharts";
import { ChartFigure, type ChartTable } from "./chart-figure.tsx";
import { axisLine, axisTick, gridStroke, seriesColor, tooltipStyle } from "./chart-parts.tsx";

export type BarChartModel = {
  /** Names along the axis. */
  categories: readonly string[];
  /** One value a category; null is a gap, never a zero. */
  series: readonly { name: string; values: readonly (number | null)[]; color?: string }[];
  /** Fixed ends of the value axis. */
  domain?: readonly [number, number];
};

type BarChartProps = {
  model: BarChartModel;
  table: ChartTable;
  label: string;
  caption: ReactNode;
  /** Text of a value on the axis and in the tooltip. */
  format?: "number" | "percent";
  height?: number;
};

/** Bars by category. It draws the model and decides nothing. */
export function BarChart({ model, table, label, caption, format = "number", height = 220 }: BarChartProps) {
  const write = (value: number) => (format === "percent" ? `${(100 * value).toFixed(1)} %` : String(value));
  const data = model.categories.map((category, index) => ({
    category,
    ...Object.fromEntries(model.series.map((series) => [series.name, series.values[index] ?? null])),
  }));
  return (
    <ChartFigure caption={caption} table={table} label={label}>
      <Recharts
        responsive
        data={data}
        style={{ width: "100%", height }}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
      >
        <CartesianGrid vertical={false} stroke={gridStroke} />
        <XAxis dataKey="category" tick={axisTick} axisLine={axisLine} tickLine={false} interval={0} />
        <YAxis
          tick={axisTick}
          axisLine={false}
          tickLine={false}
          width={52}
          tickFormatter={write}
          {...(model.domain ? { domain: [...model.domain] } : {})}
        />
        <Tooltip
          contentStyle={tooltipStyle}
          cursor={{ fill: "var(--sunken)" }}
          formatter={(value) => (typeof value === "number" ? write(value) : "–")}
          isAnimationActive={false}
        />
        {model.series.length > 1 ? <Legend wrapperStyle={{ fontSize: 12 }} /> : null}
        {model.series.map((series, index) => (
          <Bar
            key={series.name}
            dataKey={series.name}
            fill={series.color ?? seriesColor(index)}
            isAnimationActive={false}
            maxBarSize={40}
          />
        ))}
      </Recharts>
    </ChartFigure>
  );
}
