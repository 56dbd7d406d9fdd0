import { formatTime } from "#components/jobs/job-times.ts";
import { typeName } from "#components/maps/type-mark.ts";
import { Card } from "#components/ui/card.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { TypeHistory } from "#lib/abstraction/metric-trend.ts";
import type { MeasureChange } from "#lib/abstraction/schema.ts";
import type { HistoryStep } from "#lib/abstraction/search-params.ts";
import type { MetricHistoryPoint } from "#lib/abstraction/view.ts";
import { chanceSentence, changeFacts, formatP } from "./change-words.ts";
import { HistoryPicker } from "./history-picker.tsx";
import { MetricHistory } from "./metric-history.tsx";

type PoolHistory = TypeHistory & {
  /** Measurements left out because they were made by other definitions. */
  older: number;
  hasReleases: boolean;
};

type BeforeAfterProps = { histories: readonly PoolHistory[]; by: HistoryStep };

const fewPoints: Record<HistoryStep, string> = {
  change:
    "Only one state of the pool was measured so far. Deprecate or edit memories, then press Measure again: both measurements stand here side by side.",
  day: "All measurements are of one day: choose every change to see them apart.",
  release: "Fewer than two releases were made after a measurement: measure before each release.",
};

/** The last two measurements of each type beside each other, and the way there. */
export function BeforeAfter({ histories, by }: BeforeAfterProps) {
  const changed = histories.filter(({ points }) => points.length >= 2);
  const hasReleases = histories.some((history) => history.hasReleases);
  const older = histories.reduce((sum, history) => sum + history.older, 0);
  return (
    <Card
      flush
      id="before-and-after"
      title="Before and after"
      description="DBI and LISI at the last measurement and at the one before it, of another pool: what the changes in between did."
    >
      <HistoryPicker hasReleases={hasReleases} />
      {changed.length === 0 ? (
        <p className="px-4 pb-3 text-sm text-muted">
          {fewPoints[by === "release" && !hasReleases ? "change" : by]}
        </p>
      ) : (
        <>
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
          <p className="max-w-4xl px-4 py-2 text-xs text-muted">{chanceSentence}</p>
        </>
      )}
      {older > 0 ? (
        <p className="px-4 pb-3 text-xs text-muted">
          {older === 1
            ? "1 earlier measurement was"
            : `${older.toLocaleString("en")} earlier measurements were`}{" "}
          made by older definitions and can't be compared with these.
        </p>
      ) : null}
      {changed.length > 0 ? <MetricHistory histories={changed} /> : null}
    </Card>
  );
}

function BeforeAfterRow({ type, points }: TypeHistory) {
  const [before, after] = points.slice(-2);
  if (!before || !after) return null;
  // A step of days or releases may leave out measurements: the test is of the one before, and of no other.
  const change = after.change?.fromId === before.id ? after.change : null;
  return (
    <TableRow>
      <TableHeaderCell scope="row" className="text-left font-normal">
        {typeName(type)}
        {change ? (
          <span className="block max-w-72 text-xs text-muted">{changeFacts(change).join(" ")}</span>
        ) : null}
      </TableHeaderCell>
      <TableCell className="text-xs whitespace-nowrap">
        {formatTime(before.asOf)} → {formatTime(after.asOf)}
      </TableCell>
      <Change {...{ before, after }} read={({ result }) => result.n} digits={0} />
      <Change {...{ before, after }} read={({ result }) => result.dbi} test={change?.dbi} />
      <Change {...{ before, after }} read={({ result }) => result.lisi?.mean} test={change?.lisi} />
      <Change {...{ before, after }} read={({ result }) => result.lisi?.randomLabelMean} />
    </TableRow>
  );
}

type ChangeProps = {
  before: MetricHistoryPoint;
  after: MetricHistoryPoint;
  read: (point: MetricHistoryPoint) => number | null | undefined;
  digits?: number;
  test?: MeasureChange | null | undefined;
};

function Change({ before, after, read, digits = 3, test }: ChangeProps) {
  const write = (value: number | null | undefined) => value?.toFixed(digits) ?? "–";
  const signed = (value: number) => `${value > 0 ? "+" : ""}${value.toFixed(digits)}`;
  const [from, to] = [read(before), read(after)];
  const difference = from == null || to == null ? null : to - from;
  return (
    <TableCell numeric className="whitespace-nowrap">
      {write(from)} → <span className="font-medium">{write(to)}</span>
      {difference === null ? null : <span className="block text-xs text-muted">{signed(difference)}</span>}
      {test ? (
        <span className="block text-xs text-muted">
          by chance {signed(test.low)} to {signed(test.high)}; {formatP(test.p)}
        </span>
      ) : null}
    </TableCell>
  );
}
