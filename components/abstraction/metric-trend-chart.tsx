"use client";
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
import { themedCss } from "#components/charts/benchmark-palette.ts";
import { axisLine, axisTick, gridStroke, tooltipStyle } from "#components/charts/chart-parts.tsx";
import { formatTime } from "#components/jobs/job-times.ts";
import { typeMark, typeName } from "#components/maps/type-mark.ts";
import type { MetricTrend, TrendPoint } from "#lib/abstraction/metric-trend.ts";

type MetricTrendChartProps = { name: string; trend: MetricTrend };

/** One metric over time, a line per type with its intervals; releases are dashed. It draws the model only. */
export function MetricTrendChart({ name, trend }: MetricTrendChartProps) {
  return (
    <div className="min-w-0">
      <h3 className="pb-1 text-xs font-medium">{name}</h3>
      <Recharts
        responsive
        style={{ width: "100%", height: 132 }}
        margin={{ top: 12, right: 8, bottom: 0, left: 0 }}
      >
        <CartesianGrid vertical={false} stroke={gridStroke} />
        <XAxis
          type="number"
          dataKey="at"
          name="measured"
          scale="time"
          domain={["dataMin", "dataMax"]}
          padding={{ left: 16, right: 16 }}
          tickCount={4}
          tick={axisTick}
          axisLine={axisLine}
          tickLine={false}
          tickFormatter={writeDay}
        />
        <YAxis
          type="number"
          dataKey="value"
          name={name}
          domain={["auto", "auto"]}
          tick={axisTick}
          axisLine={false}
          tickLine={false}
          width={44}
          tickFormatter={(value: number) => value.toFixed(2)}
        />
        {trend.releases.map(({ at, names }) => (
          <ReferenceLine
            key={names}
            x={at}
            stroke="var(--line-strong)"
            strokeDasharray="4 3"
            label={{ value: names, position: "top", fontSize: 11, fill: "var(--muted)" }}
          />
        ))}
        <Tooltip
          contentStyle={tooltipStyle}
          cursor={false}
          formatter={(value, what) =>
            typeof value !== "number" ? value : what === "measured" ? writeTime(value) : value.toFixed(3)
          }
          isAnimationActive={false}
        />
        {trend.lines.map(({ type, points }) => {
          const { color, shape } = typeMark(type);
          const paint = themedCss(color);
          return (
            <Scatter
              key={type}
              name={typeName(type)}
              data={points.map(withError)}
              fill={paint}
              line={{ stroke: paint, strokeWidth: 1.5 }}
              shape={shape}
              isAnimationActive={false}
            >
              <ErrorBar
                dataKey="error"
                direction="y"
                stroke={paint}
                strokeWidth={1}
                width={4}
                isAnimationActive={false}
              />
            </Scatter>
          );
        })}
      </Recharts>
    </div>
  );
}

function withError({ at, value, low, high }: TrendPoint) {
  return { at, value, error: low === null || high === null ? undefined : [value - low, high - value] };
}

const writeTime = (at: number) => formatTime(new Date(at).toISOString());
const writeDay = (at: number) => new Date(at).toISOString().slice(5, 16).replace("T", " ");
