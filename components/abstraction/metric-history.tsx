import { ChartFigure } from "#components/charts/chart-figure.tsx";
import { Mark } from "#components/charts/mark.tsx";
import { typeMark, typeName } from "#components/maps/type-mark.ts";
import { Card } from "#components/ui/card.tsx";
import { metricTrend, type TypeHistory } from "#lib/abstraction/metric-trend.ts";
import { MetricTrendChart } from "./metric-trend-chart.tsx";

const firstColumns = [{ name: "Type" }, { name: "Measured" }];
const numberColumns = [
  { name: "n", numeric: true },
  { name: "LISI, mean", numeric: true },
  { name: "LISI, shuffled", numeric: true },
  { name: "DBI", numeric: true },
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
      lisi?.mean.toFixed(3) ?? "–",
      lisi?.randomLabelMean.toFixed(3) ?? "–",
      dbi?.toFixed(3) ?? "–",
    ]),
  );
  return (
    <Card id="history" title="History">
      <ChartFigure
        label="History of the metrics"
        table={{ columns, rows }}
        caption={`Bars are 95% intervals, as in the table${hasReleases ? "; a dashed line is a release" : ""}.`}
      >
        <ul className="flex flex-wrap gap-x-3 gap-y-1 text-xs">
          {histories.map(({ type }) => (
            <li key={type} className="flex items-center gap-1.5">
              <Mark {...typeMark(type)} />
              {typeName(type)}
            </li>
          ))}
        </ul>
        <MetricTrendChart name="LISI, mean" trend={metricTrend(histories, "lisi")} />
        <MetricTrendChart name="DBI" trend={metricTrend(histories, "dbi")} />
      </ChartFigure>
    </Card>
  );
}
