import Link from "next/link";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { formatDuration } from "#components/ui/duration.ts";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { TrialRow } from "#lib/runs/schema.ts";
import { OutcomeBadge } from "./outcome-badge.tsx";

/** Trials of any run, one a row. What was not recorded stays empty. */
export function TrialsTable({ rows }: { rows: readonly TrialRow[] }) {
  return (
    <Table label="Trials">
      <TableHead>
        <tr>
          <TableHeaderCell>Task</TableHeaderCell>
          <TableHeaderCell>Benchmark</TableHeaderCell>
          <TableHeaderCell>Run</TableHeaderCell>
          <TableHeaderCell numeric>Attempt</TableHeaderCell>
          <TableHeaderCell>Outcome</TableHeaderCell>
          <TableHeaderCell numeric>Steps</TableHeaderCell>
          <TableHeaderCell numeric>Retrieved</TableHeaderCell>
          <TableHeaderCell numeric>Took</TableHeaderCell>
          <TableHeaderCell>Error</TableHeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            <TableHeaderCell scope="row" className="min-w-48 max-w-96 text-left font-normal wrap-break-word">
              <Link className="link" href={`/trials/${row.id}`}>
                {row.taskName}
                <span className="sr-only">, attempt {row.attempt}</span>
              </Link>
            </TableHeaderCell>
            <TableCell>
              <BenchmarkMark name={row.benchmark} />
            </TableCell>
            <TableCell className="max-w-64 wrap-break-word">
              <Link className="link" href={`/runs/${row.runId}`}>
                {row.runName}
              </Link>
            </TableCell>
            <TableCell numeric>{row.attempt}</TableCell>
            <TableCell>
              <OutcomeBadge outcome={row.outcome} />
            </TableCell>
            <TableCell numeric>{row.stepCount}</TableCell>
            <TableCell numeric>{row.retrievals}</TableCell>
            <TableCell numeric className="whitespace-nowrap">
              {row.durationMs === null ? "" : formatDuration(row.durationMs)}
            </TableCell>
            <TableCell className="max-w-72 truncate text-muted">{row.error}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
