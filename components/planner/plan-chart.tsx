"use client";
import { CartesianGrid, Legend, Line, LineChart, Tooltip, XAxis, YAxis } from "recharts";
import { ChartFigure } from "#components/charts/chart-figure.tsx";
import { axisLine, axisTick, gridStroke, tooltipStyle } from "#components/charts/chart-parts.tsx";
import type { PlanView } from "#lib/transfer/plan-view.ts";

/** Told apart by their dashes too, not by color alone. */
const dashes = ["2 3", "6 3", "10 3 2 3", "1 0", "4 2 1 2"];

/** The least detectable loss by number of tasks, one line for each number of attempts. */
export function PlanChart({ chart }: { chart: PlanView["chart"] }) {
  const data = chart.rows.map(({ tasks, detectable }) => ({
    tasks,
    ...Object.fromEntries(
      chart.attempts.map((attempts, i) => [lineOf(attempts), pointsOf(detectable[i] ?? null)]),
    ),
  }));
  const table = {
    columns: [
      { name: "Tasks", numeric: true },
      ...chart.attempts.map((attempts) => ({ name: lineOf(attempts), numeric: true })),
    ],
    rows: chart.rows.map(({ tasks, detectable }) => [
      String(tasks),
      ...detectable.map((share) => (share === null ? "none" : (share * 100).toFixed(1))),
    ]),
  };
  return (
    <ChartFigure
      label="Minimum detectable loss by tasks and attempts"
      table={table}
      caption="Minimum detectable loss, points, by number of tasks. Lower shows more."
    >
      <LineChart
        responsive
        data={data}
        style={{ width: "100%", height: 320 }}
        margin={{ top: 8, right: 16, bottom: 4, left: 0 }}
      >
        <CartesianGrid stroke={gridStroke} />
        <XAxis
          type="number"
          dataKey="tasks"
          domain={[0, "dataMax"]}
          tick={axisTick}
          axisLine={axisLine}
          tickLine={false}
        />
        <YAxis tick={axisTick} axisLine={axisLine} tickLine={false} width={40} />
        <Tooltip
          contentStyle={tooltipStyle}
          isAnimationActive={false}
          labelFormatter={(tasks) => `${tasks} tasks`}
        />
        <Legend iconType="plainline" wrapperStyle={{ fontSize: 12 }} />
        {chart.attempts.map((attempts, i) => (
          <Line
            key={attempts}
            dataKey={lineOf(attempts)}
            stroke="var(--accent)"
            strokeDasharray={dashes[i % dashes.length] ?? "1 0"}
            strokeWidth={1.5}
            dot={false}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ChartFigure>
  );
}

function lineOf(attempts: number): string {
  return attempts === 1 ? "1 attempt" : `${attempts} attempts`;
}

function pointsOf(share: number | null): number | null {
  return share === null ? null : Math.round(share * 1000) / 10;
}
