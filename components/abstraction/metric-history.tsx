import { ChartFigure } from "#components/charts/chart-figure.tsx";
import { Mark } from "#components/charts/mark.tsx";
import { typeMark, typeName } from "#components/maps/type-mark.ts";
import { metricTrend, type TypeHistory } from "#lib/abstraction/metric-trend.ts";
import { MetricTrendChart } from "./metric-trend-chart.tsx";

const firstColumns = [{ name: "Type" }, { name: "Measured" }];
const numberColumns = [
  { name: "n", numeric: true },
  { name: "DBI", numeric: true },
  { name: "LISI, mean", numeric: true },
  { name: "LISI, shuffled", numeric: true },
];

/** DBI and LISI over all measurements, drawn and as a table. Of releases nothing is said until there are some. */
export function MetricHistory({ histories }: { histories: readonly TypeHistory[] }) {
  const hasReleases = histories.some(({ points }) => points.some(({ releases }) => releases.length > 0));
  const columns = [...firstColumns, ...(hasReleases ? [{ name: "Releases" }] : []), ...numberColumns];
  const rows = histories.flatMap(({ type, points }) =>
    points.map(({ asOf, releases, result: { n, dbi, lisi } }) => [
      typeName(type),
      // To the second: a change can be undone within a minute.
      `${asOf.slice(0, 19).replace("T", " ")} UTC`,
      ...(hasReleases ? [releases.join(", ") || "–"] : []),
      String(n),
      dbi?.toFixed(3) ?? "–",
      lisi?.mean.toFixed(3) ?? "–",
      lisi?.randomLabelMean.toFixed(3) ?? "–",
    ]),
  );
  return (
    <div className="border-t border-line px-4 py-3">
      <ChartFigure
        label="History of the metrics"
        table={{ columns, rows }}
        caption={`Higher = more mixed = more abstract. Bars are 95 % intervals of other pools of the kind${hasReleases ? "; a dashed line is a release" : ""}.`}
      >
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs">
          {histories.map(({ type }) => (
            <li key={type} className="flex items-center gap-1.5">
              <Mark {...typeMark(type)} />
              {typeName(type)}
            </li>
          ))}
        </ul>
        <div className="grid gap-4 md:grid-cols-2">
          <MetricTrendChart name="DBI" trend={metricTrend(histories, "dbi")} />
          <MetricTrendChart name="LISI, mean" trend={metricTrend(histories, "lisi")} />
        </div>
      </ChartFigure>
    </div>
  );
}
