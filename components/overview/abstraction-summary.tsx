import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { ShareCell, ValueCell } from "#components/abstraction/measured-cells.tsx";
import { StartJobButton } from "#components/maps/start-job-button.tsx";
import { TypeBadge } from "#components/memories/type-badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { AbstractionRow } from "#lib/abstraction/view.ts";

type AbstractionSummaryProps = {
  rows: readonly AbstractionRow[];
  space: string;
  activeJobId: string | null;
};

const columns = [
  ["n", "n"],
  ["lisi", "LISI"],
  ["lisi-shuffled", "of shuffled"],
  ["dbi", "DBI"],
  ["dbi-shuffled", "of shuffled"],
] as const;

/** LISI and DBI per type in short; their page has intervals, the published values and the history. */
export function AbstractionSummary({ rows, space, activeJobId }: AbstractionSummaryProps) {
  const isMeasured = rows.some((row) => row.measured);
  return (
    <Card
      flush
      title="How mixed the benchmarks are"
      description={`LISI and DBI on ${space}; higher = more abstract. 100% of shuffled labels = no structure.`}
      actions={
        <>
          <Button asChild size="small">
            <Link href="/abstraction">Open</Link>
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
            {columns.map(([id, name]) => (
              <TableHeaderCell key={id} numeric className="px-2">
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

function SummaryRow({ type, measured }: AbstractionRow) {
  const lisi = measured?.lisi;
  return (
    <TableRow>
      <TableHeaderCell scope="row" className="text-left font-normal">
        <span className="flex items-center gap-1.5">
          <TypeBadge type={type} />
          {measured?.current === false ? (
            <span title="The pool has changed since: measure again">
              <TriangleAlert role="img" aria-label="out of date" className="size-3.5 text-warn" />
            </span>
          ) : null}
        </span>
      </TableHeaderCell>
      <TableCell numeric className="px-2">
        {measured?.n.toLocaleString("en") ?? "–"}
      </TableCell>
      <ValueCell value={lisi?.mean} strong />
      <ShareCell share={lisi?.ofRandomLabels} />
      <ValueCell value={measured?.dbi} strong />
      <ShareCell share={measured?.dbiOfShuffled} />
    </TableRow>
  );
}
