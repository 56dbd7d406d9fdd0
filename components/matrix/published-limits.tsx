"use client";
import { CartesianGrid, Legend, Line, LineChart, ReferenceLine, Tooltip, XAxis, YAxis } from "recharts";
import { ChartFigure } from "#components/charts/chart-figure.tsx";
import { axisLine, axisTick, gridStroke, tooltipStyle } from "#components/charts/chart-parts.tsx";
import { Card } from "#components/ui/card.tsx";
import type { ReadRow } from "#lib/matrix/read-published.ts";
import { formatSigned } from "#lib/shared/format-signed.ts";
import { formatP } from "#lib/transfer/format.ts";

const columns = [
  { name: "Method" },
  { name: "Net tasks", numeric: true },
  { name: "Fewest discordant", numeric: true },
  { name: "p", numeric: true },
  { name: "Most discordant", numeric: true },
  { name: "p", numeric: true },
  { name: "p ≤ .05 up to", numeric: true },
  { name: "Averages" },
];
const dashes = ["", "6 3", "2 3", "8 3 2 3"];

/** What the published differences can and can't say: p for every number of discordant pairs they leave open. */
export function PublishedLimits({ rows, tasks }: { rows: readonly ReadRow[]; tasks: number }) {
  const tested = rows.filter((row) => row.possible.length > 0);
  const counts = [...new Set(tested.flatMap((row) => row.possible.map(({ discordant }) => discordant)))].sort(
    (a, b) => a - b,
  );
  const data = counts.map((discordant) => ({
    discordant,
    ...Object.fromEntries(
      tested.map((row) => [row.name, row.possible.find((each) => each.discordant === discordant)?.p]),
    ),
  }));
  return (
    <Card title="What these differences can and can't say">
      <ChartFigure
        label="p by discordant pairs"
        caption={`Exact McNemar p against the first method over ${tasks} tasks, by how many tasks changed either way (discordant pairs). Only counts of solved tasks are printed, so any point of a line may be the true one. Below the dashed line: p ≤ .05.`}
        table={{
          columns: columns.map((column, i) =>
            column.name === "p" ? { ...column, name: i === 3 ? "p at fewest" : "p at most" } : column,
          ),
          rows: tested.map(textsOf),
        }}
      >
        <LineChart
          responsive
          data={data}
          style={{ width: "100%", height: 200 }}
          margin={{ top: 8, right: 16, bottom: 4, left: 0 }}
        >
          <CartesianGrid stroke={gridStroke} vertical={false} />
          <XAxis
            type="number"
            dataKey="discordant"
            domain={["dataMin", "dataMax"]}
            tick={axisTick}
            axisLine={axisLine}
            tickLine={false}
          />
          <YAxis type="number" domain={[0, 1]} tick={axisTick} axisLine={false} tickLine={false} width={32} />
          <ReferenceLine y={0.05} stroke="var(--line-strong)" strokeDasharray="4 3" />
          <Tooltip
            contentStyle={tooltipStyle}
            labelFormatter={(count) => `${String(count)} discordant pairs`}
            formatter={(value) => (typeof value === "number" ? formatP(value) : value)}
            isAnimationActive={false}
          />
          <Legend iconType="plainline" wrapperStyle={{ fontSize: 12 }} />
          {tested.map((row, i) => (
            <Line
              key={row.name}
              type="monotone"
              dataKey={row.name}
              stroke="var(--accent)"
              strokeDasharray={dashes[i % dashes.length] ?? ""}
              dot={false}
              connectNulls
              isAnimationActive={false}
            />
          ))}
        </LineChart>
      </ChartFigure>
      <ul className="flex flex-col gap-1 text-sm">
        {tested.map((row) => (
          <li key={row.name}>{sentenceOf(row)}</li>
        ))}
      </ul>
    </Card>
  );
}

function textsOf(row: ReadRow): string[] {
  const [fewest, most] = [row.possible[0], row.possible.at(-1)];
  return [
    row.name,
    formatSigned(row.net ?? 0, 0),
    String(fewest?.discordant ?? "–"),
    fewest ? formatP(fewest.p) : "–",
    String(most?.discordant ?? "–"),
    most ? formatP(most.p) : "–",
    row.significantUpTo === null ? "never" : String(row.significantUpTo),
    row.averagesDisagree ? "micro and macro disagree" : "micro and macro agree",
  ];
}

function sentenceOf(row: ReadRow): string {
  const [fewest, most] = [row.possible[0], row.possible.at(-1)];
  const net = `${row.name}: net ${formatSigned(row.net ?? 0, 0)} tasks.`;
  const said =
    row.significantUpTo === null
      ? ` Not significant however the tasks changed (p ≥ ${fewest ? formatP(fewest.p) : "–"}).`
      : row.significantUpTo === most?.discordant
        ? " Significant however the tasks changed."
        : ` Significant only if at most ${row.significantUpTo} tasks changed either way; between ${fewest?.discordant} and ${most?.discordant} are possible.`;
  const averages = row.averagesDisagree
    ? " Per task (micro) and per benchmark (macro) it points in opposite directions."
    : "";
  return `${net}${said}${averages}`;
}
