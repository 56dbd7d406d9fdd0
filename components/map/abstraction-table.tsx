import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import { TypeBadge } from "#components/ui/type-badge.tsx";
import { paperAbstractionSource } from "#lib/projections/paper-values.ts";
import type { AbstractionRow } from "#lib/projections/view.ts";
import { StartJobButton } from "./start-job-button.tsx";

type AbstractionTableProps = {
  rows: readonly AbstractionRow[];
  /** The space measured in, e.g. text-embedding-3-small/1536. */
  space: string | null;
  activeJobId: string | null;
};

/** DBI and LISI of each type, beside what was published and what chance alone would give. */
export function AbstractionTable({ rows, space, activeJobId }: AbstractionTableProps) {
  const measured = rows.filter((row) => row.measured);
  const outdated = measured.some((row) => row.measured?.current === false);
  return (
    <Card
      flush
      title="How mixed the benchmarks are (DBI and LISI)"
      description="Higher = more mixed = more abstract: memories of different benchmarks lie among each other. Measured on the vectors themselves, not on the map."
      actions={
        space ? (
          <StartJobButton kind="metrics" activeJobId={activeJobId}>
            {measured.length === 0 ? "Measure" : outdated ? "Measure again (out of date)" : "Measure again"}
          </StartJobButton>
        ) : null
      }
    >
      <Table label="DBI and LISI by type">
        <TableHead>
          <tr>
            <TableHeaderCell>Type</TableHeaderCell>
            <TableHeaderCell numeric>n</TableHeaderCell>
            <TableHeaderCell numeric>labels</TableHeaderCell>
            <TableHeaderCell numeric>DBI</TableHeaderCell>
            <TableHeaderCell numeric>DBI, paper</TableHeaderCell>
            <TableHeaderCell numeric>LISI, mean</TableHeaderCell>
            <TableHeaderCell numeric>LISI, shuffled</TableHeaderCell>
            <TableHeaderCell numeric>LISI, paper</TableHeaderCell>
            <TableHeaderCell numeric>perplexity</TableHeaderCell>
          </tr>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <AbstractionTableRow key={row.type} row={row} />
          ))}
        </TableBody>
      </Table>
      <p className="max-w-4xl px-4 pb-3 text-xs text-muted">
        {space ? `Embedding space ${space}. ` : "Nothing is embedded yet. "}
        Shuffled = mean LISI with the same labels dealt out at random: what no structure would give. Paper ={" "}
        {paperAbstractionSource}, over another pool and text-embedding-3-small: to read beside, not to reach.
        A raw LISI compares only between pools with the same labels, sizes and perplexity.
      </p>
    </Card>
  );
}

function AbstractionTableRow({ row: { type, measured, paper } }: { row: AbstractionRow }) {
  const lisi = measured?.lisi;
  const reasons = [measured?.dbiUndefinedBecause, measured?.lisiUndefinedBecause].filter(Boolean);
  const clipped = lisi && lisi.perplexity < lisi.requestedPerplexity;
  return (
    <TableRow>
      <TableHeaderCell scope="row" className="sticky left-0 bg-surface py-1 text-left font-normal">
        <span className="flex items-center gap-1.5">
          <TypeBadge type={type} />
          {measured?.current === false ? <Badge tone="warn">out of date</Badge> : null}
          {measured ? null : <span className="whitespace-nowrap text-muted">not measured yet</span>}
        </span>
        {reasons.length > 0 ? <span className="block max-w-72 text-muted">{reasons.join(" ")}</span> : null}
      </TableHeaderCell>
      <TableCell numeric>{measured?.n.toLocaleString("en") ?? "–"}</TableCell>
      <TableCell numeric>{measured ? Object.keys(measured.labels).length : "–"}</TableCell>
      <TableCell numeric className="font-medium">
        {measured?.dbi?.toFixed(2) ?? "–"}
      </TableCell>
      <TableCell numeric className="text-muted">
        {paper?.dbi.toFixed(2) ?? "–"}
      </TableCell>
      <TableCell numeric className="font-medium">
        {lisi?.mean.toFixed(2) ?? "–"}
      </TableCell>
      <TableCell numeric>{lisi?.randomLabelMean.toFixed(2) ?? "–"}</TableCell>
      <TableCell numeric className="text-muted">
        {paper?.lisi.toFixed(2) ?? "–"}
      </TableCell>
      <TableCell numeric>
        {lisi ? lisi.perplexity : "–"}
        {clipped ? <span className="text-warn"> (clipped from {lisi.requestedPerplexity})</span> : null}
      </TableCell>
    </TableRow>
  );
}
