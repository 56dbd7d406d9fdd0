import Link from "next/link";
import { StartJobButton } from "#components/maps/start-job-button.tsx";
import { TypeBadge } from "#components/memories/type-badge.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { AbstractionRow } from "#lib/abstraction/view.ts";

type AbstractionSummaryProps = {
  rows: readonly AbstractionRow[];
  space: string;
  activeJobId: string | null;
};

const columns = ["n", "DBI", "DBI, paper", "LISI", "LISI, shuffled", "LISI, paper"];

/** DBI and LISI per type in short; its page has intervals, settings and the history. */
export function AbstractionSummary({ rows, space, activeJobId }: AbstractionSummaryProps) {
  const isMeasured = rows.some((row) => row.measured);
  return (
    <Card
      flush
      title="How mixed the benchmarks are (DBI and LISI)"
      description={`Higher = more mixed = more abstract. Measured on the vectors of ${space}.`}
      actions={
        <>
          <Button asChild>
            <Link href="/abstraction">Intervals and history</Link>
          </Button>
          <StartJobButton kind="metrics" activeJobId={activeJobId}>
            {isMeasured ? "Measure again" : "Measure"}
          </StartJobButton>
        </>
      }
    >
      <Table label="DBI and LISI by type">
        <TableHead>
          <tr>
            <TableHeaderCell>Type</TableHeaderCell>
            {columns.map((name) => (
              <TableHeaderCell key={name} numeric>
                {name}
              </TableHeaderCell>
            ))}
          </tr>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <SummaryRow key={row.type} {...row} />
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

function SummaryRow({ type, measured, paper }: AbstractionRow) {
  const values = [
    measured?.dbi,
    paper?.dbi,
    measured?.lisi?.mean,
    measured?.lisi?.randomLabelMean,
    paper?.lisi,
  ].map((value) => (value == null ? "–" : value.toFixed(2)));
  return (
    <TableRow>
      <TableHeaderCell scope="row" className="font-normal">
        <span className="flex flex-wrap items-center gap-1.5">
          <TypeBadge type={type} />
          {measured?.current === false ? <Badge tone="warn">out of date</Badge> : null}
        </span>
      </TableHeaderCell>
      <TableCell numeric>{measured?.n.toLocaleString("en") ?? "–"}</TableCell>
      {values.map((value, index) => (
        <TableCell key={columns[index + 1]} numeric>
          {value}
        </TableCell>
      ))}
    </TableRow>
  );
}
