import { formatTime } from "#components/jobs/job-table.tsx";
import { Card } from "#components/ui/card.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { HistoryStep } from "#lib/projections/map-search-params.ts";
import type { TypeHistory } from "#lib/projections/metric-trend.ts";
import { HistoryPicker } from "./history-picker.tsx";
import { MetricHistory } from "./metric-history.tsx";
import { typeName } from "./type-mark.ts";

type BeforeAfterProps = { histories: readonly TypeHistory[]; by: HistoryStep };

const fewPoints: Record<HistoryStep, string> = {
  change:
    "Only one state of the pool was measured so far. Deprecate or edit memories, then press Measure again: both measurements stand here side by side.",
  day: "All measurements are of one day: choose every change to see them apart.",
  release: "Fewer than two releases were made after a measurement: measure before each release.",
};

/** The last two measurements of each type beside each other, and the way there. */
export function BeforeAfter({ histories, by }: BeforeAfterProps) {
  const changed = histories.filter(({ points }) => points.length >= 2);
  return (
    <Card
      flush
      id="before-and-after"
      title="Before and after"
      description="DBI and LISI at the last measurement and at the one before it, of another pool: what the changes in between did."
    >
      <HistoryPicker hasReleases={histories.some(hasReleases)} />
      {changed.length === 0 ? (
        <p className="px-4 pb-3 text-sm text-muted">{fewPoints[by]}</p>
      ) : (
        <Table label="Metrics before and after">
          <TableHead>
            <tr>
              <TableHeaderCell>Type</TableHeaderCell>
              <TableHeaderCell>Measured</TableHeaderCell>
              {["n", "DBI", "LISI, mean", "LISI, shuffled"].map((name) => (
                <TableHeaderCell key={name} numeric>
                  {name}
                </TableHeaderCell>
              ))}
            </tr>
          </TableHead>
          <TableBody>
            {changed.map((history) => (
              <BeforeAfterRow key={history.type} {...history} />
            ))}
          </TableBody>
        </Table>
      )}
      {changed.length > 0 ? <MetricHistory histories={changed} /> : null}
    </Card>
  );
}

function hasReleases({ points }: TypeHistory): boolean {
  return points.some(({ releases }) => releases.length > 0);
}

function BeforeAfterRow({ type, points }: TypeHistory) {
  const [before, after] = points.slice(-2);
  if (!before || !after) return null;
  return (
    <TableRow>
      <TableHeaderCell scope="row" className="text-left font-normal">
        {typeName(type)}
      </TableHeaderCell>
      <TableCell className="text-xs whitespace-nowrap">
        {formatTime(before.asOf)} → {formatTime(after.asOf)}
      </TableCell>
      <Change before={before.result.n} after={after.result.n} digits={0} />
      <Change before={before.result.dbi} after={after.result.dbi} digits={3} />
      <Change before={before.result.lisi?.mean} after={after.result.lisi?.mean} digits={3} />
      <Change
        before={before.result.lisi?.randomLabelMean}
        after={after.result.lisi?.randomLabelMean}
        digits={3}
      />
    </TableRow>
  );
}

type ChangeProps = { before: number | null | undefined; after: number | null | undefined; digits: number };

function Change({ before, after, digits }: ChangeProps) {
  const write = (value: number | null | undefined) => value?.toFixed(digits) ?? "–";
  const known = before !== null && before !== undefined && after !== null && after !== undefined;
  const difference = known ? after - before : 0;
  return (
    <TableCell numeric className="whitespace-nowrap">
      {write(before)} → <span className="font-medium">{write(after)}</span>
      {known ? (
        <span className="block text-xs text-muted">
          {difference > 0 ? "+" : ""}
          {difference.toFixed(digits)}
        </span>
      ) : null}
    </TableCell>
  );
}
