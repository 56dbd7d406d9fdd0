import { formatTime } from "#components/jobs/job-table.tsx";
import { Card } from "#components/ui/card.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { ProjectedType } from "#lib/projections/schema.ts";
import type { MetricHistoryPoint } from "#lib/projections/view.ts";

export type TypeHistory = { type: ProjectedType; points: readonly MetricHistoryPoint[] };

/** The last two measurements of each type beside each other, and all before them. */
export function BeforeAfter({ histories }: { histories: readonly TypeHistory[] }) {
  const changed = histories.filter(({ points }) => points.length >= 2);
  return (
    <Card
      flush
      id="before-and-after"
      title="Before and after"
      description="DBI and LISI at the last measurement and at the one before it, of another pool: what the changes in between did."
    >
      {changed.length === 0 ? (
        <p className="px-4 pb-3 text-sm text-muted">
          Only one state of the pool was measured so far. Deprecate or edit memories, then press Measure
          again: both measurements stand here side by side.
        </p>
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
      {changed.length > 0 ? <History histories={changed} /> : null}
    </Card>
  );
}

function BeforeAfterRow({ type, points }: TypeHistory) {
  const [before, after] = points.slice(-2);
  if (!before || !after) return null;
  return (
    <TableRow>
      <TableHeaderCell scope="row" className="text-left font-normal">
        {type === "all" ? "all together" : type}
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

function History({ histories }: { histories: readonly TypeHistory[] }) {
  return (
    <details className="px-4 pb-3 text-xs">
      <summary className="inline-block min-h-6 content-center text-accent">Every measurement</summary>
      <Table label="History of the metrics" className="text-xs">
        <TableHead>
          <tr>
            <TableHeaderCell>Type</TableHeaderCell>
            <TableHeaderCell>From</TableHeaderCell>
            <TableHeaderCell>Releases</TableHeaderCell>
            <TableHeaderCell numeric>n</TableHeaderCell>
            <TableHeaderCell numeric>DBI</TableHeaderCell>
            <TableHeaderCell numeric>LISI, mean</TableHeaderCell>
          </tr>
        </TableHead>
        <TableBody>
          {histories.flatMap(({ type, points }) =>
            points.map(({ id, asOf, releases, result }) => (
              <TableRow key={id}>
                <TableCell>{type === "all" ? "all together" : type}</TableCell>
                <TableCell>{formatTime(asOf)}</TableCell>
                <TableCell>{releases.join(", ") || "–"}</TableCell>
                <TableCell numeric>{result.n}</TableCell>
                <TableCell numeric>{result.dbi?.toFixed(3) ?? "–"}</TableCell>
                <TableCell numeric>{result.lisi?.mean.toFixed(3) ?? "–"}</TableCell>
              </TableRow>
            )),
          )}
        </TableBody>
      </Table>
    </details>
  );
}
