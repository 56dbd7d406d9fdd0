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
import { axisLine, axisTick, gridStroke, tooltipStyle } from "#components/charts/chart-parts.tsx";
import { formatSigned } from "#lib/shared/format-signed.ts";

type Point = { x: number; y: number; ci: [number, number] | null; name: string };
type Props = { label: string; measure: string; points: readonly Point[] };

/** Micro differences from the baseline over a number, with their intervals. Its numbers are in the table below it. */
export function FactChart({ label, measure, points }: Props) {
  const data = points.map(({ x, y, ci, name }) => ({
    x,
    y,
    name,
    ...(ci ? { error: [y - ci[0], ci[1] - y] } : {}),
  }));
  return (
    <figure data-slot="chart" className="min-w-0">
      <Recharts
        responsive
        style={{ width: "100%", height: 160 }}
        margin={{ top: 8, right: 16, bottom: 0, left: 0 }}
      >
        <CartesianGrid vertical={false} stroke={gridStroke} />
        <XAxis
          type="number"
          dataKey="x"
          name={label}
          domain={[0, "dataMax"]}
          tick={axisTick}
          axisLine={axisLine}
          tickLine={false}
        />
        <YAxis
          type="number"
          dataKey="y"
          name="difference"
          tick={axisTick}
          axisLine={false}
          tickLine={false}
          width={48}
          tickFormatter={inPoints}
        />
        <ReferenceLine y={0} stroke="var(--line-strong)" strokeDasharray="4 3" />
        <Tooltip
          contentStyle={tooltipStyle}
          cursor={false}
          formatter={(value, what) =>
            typeof value === "number" && what === "difference" ? inPoints(value) : value
          }
          isAnimationActive={false}
        />
        <Scatter data={data} fill="var(--accent)" isAnimationActive={false}>
          <ErrorBar
            dataKey="error"
            direction="y"
            stroke="var(--accent)"
            width={4}
            isAnimationActive={false}
          />
        </Scatter>
      </Recharts>
      <figcaption className="text-xs text-muted">
        Difference of {measure} from the baseline (micro), with 95% score intervals.
      </figcaption>
    </figure>
  );
}

const inPoints = (share: number) => formatSigned(share * 100, 1);
