import { formatTime } from "#components/jobs/job-times.ts";
import { typeName } from "#components/maps/type-mark.ts";
import { Card } from "#components/ui/card.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import { comparableTimes, comparedPoints } from "#lib/abstraction/compared-points.ts";
import type { TypeHistory } from "#lib/abstraction/metric-trend.ts";
import type { MeasureChange } from "#lib/abstraction/schema.ts";
import type { HistoryStep } from "#lib/abstraction/search-params.ts";
import type { MetricHistoryPoint } from "#lib/abstraction/view.ts";
import { chanceSentence, changeFacts, formatP } from "./change-words.ts";
import { CompareToPicker } from "./compare-to-picker.tsx";

type PoolHistory = TypeHistory & {
  /** Measurements left out because they were made by other definitions. */
  older: number;
  hasReleases: boolean;
};

type BeforeAfterProps = {
  histories: readonly PoolHistory[];
  by: HistoryStep;
  /** The time whose state is compared with; null = the measurement before the newest. */
  compareTo: string | null;
};

const fewPoints: Record<HistoryStep, string> = {
  change:
    "Only one state of the pool was measured so far. Deprecate or edit memories, then press Measure again: both measurements stand here side by side.",
  day: "All measurements are of one day: choose every change to see them apart.",
  release: "Fewer than two releases were made after a measurement: measure before each release.",
};

/** The newest measurement of each type beside an earlier one. */
export function BeforeAfter({ histories, by, compareTo }: BeforeAfterProps) {
  const times = comparableTimes(histories);
  const changed = histories.filter(({ points }) => comparedPoints(points, compareTo) !== null);
  const hasReleases = histories.some((history) => history.hasReleases);
  const older = histories.reduce((sum, history) => sum + history.older, 0);
  return (
    <Card
      flush
      id="before-and-after"
      title="Before and after"
      actions={times.length > 0 || compareTo ? <CompareToPicker times={times} /> : null}
    >
      {changed.length === 0 ? (
        <p className="px-4 pb-3 text-sm text-muted">
          {compareTo
            ? "No type was measured both then and after a change since. Compare with another measurement."
            : fewPoints[by === "release" && !hasReleases ? "change" : by]}
        </p>
      ) : (
        <>
          <Table label="Metrics before and after">
            <TableHead>
              <tr>
                <TableHeaderCell>Type</TableHeaderCell>
                <TableHeaderCell>Measured</TableHeaderCell>
                {["n", "LISI, mean", "LISI, shuffled", "DBI"].map((name) => (
                  <TableHeaderCell key={name} numeric>
                    {name}
                  </TableHeaderCell>
                ))}
              </tr>
            </TableHead>
            <TableBody>
              {changed.map((history) => (
                <BeforeAfterRow key={history.type} {...history} compareTo={compareTo} />
              ))}
            </TableBody>
          </Table>
          <p className="max-w-5xl px-4 pb-3 text-xs text-muted">
            {chanceSentence} The test is of a measurement and the one just before it.
          </p>
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
    </Card>
  );
}

function BeforeAfterRow({ type, points, compareTo }: TypeHistory & { compareTo: string | null }) {
  const compared = comparedPoints(points, compareTo);
  if (!compared) return null;
  const { before, after } = compared;
  // Measurements may lie between the two: the test is of the one before, and of no other.
  const change = after.change?.fromId === before.id ? after.change : null;
  return (
    <TableRow>
      <TableHeaderCell scope="row" className="text-left font-normal">
        <span className="whitespace-nowrap">{typeName(type)}</span>
        {change ? (
          <span className="block max-w-60 text-xs text-muted">{changeFacts(change).join(" ")}</span>
        ) : null}
      </TableHeaderCell>
      <TableCell className="text-xs whitespace-nowrap">
        <span className="block text-muted">{formatTime(before.asOf)} →</span>
        {formatTime(after.asOf)}
      </TableCell>
      <Change {...compared} read={({ result }) => result.n} digits={0} />
      <Change {...compared} read={({ result }) => result.lisi?.mean} test={change?.lisi} />
      <Change {...compared} read={({ result }) => result.lisi?.randomLabelMean} />
      <Change {...compared} read={({ result }) => result.dbi} test={change?.dbi} />
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
      {difference === null ? null : <span className="text-xs text-muted"> ({signed(difference)})</span>}
      {test ? (
        <span className="block text-xs text-muted">
          by chance {signed(test.low)} to {signed(test.high)}; {formatP(test.p)}
        </span>
      ) : null}
    </TableCell>
  );
}
