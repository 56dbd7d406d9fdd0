import Link from "next/link";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import {
  Table,
  TableBody,
  TableCaption,
  TableCell,
  TableHead,
  TableHeaderCell,
  TableRow,
} from "#components/ui/table.tsx";
import type { RunBenchmarkRow } from "#lib/runs/schema.ts";
import { runTasksHref } from "#lib/runs/search-params.ts";
import { OutcomeCountsLine } from "./outcome-counts.tsx";
import { PassAtCell } from "./pass-at-cell.tsx";

/** What a run came to per benchmark. */
export function RunBenchmarksTable({ runId, rows }: { runId: string; rows: readonly RunBenchmarkRow[] }) {
  return (
    <Table label="Results per benchmark">
      <TableCaption>
        An errored attempt counts as not passed; a missing one is not counted. pass@k covers the tasks with at
        least k counted attempts.
      </TableCaption>
      <TableHead>
        <tr>
          <TableHeaderCell>Benchmark</TableHeaderCell>
          <TableHeaderCell numeric>Tasks</TableHeaderCell>
          <TableHeaderCell numeric>Trials</TableHeaderCell>
          <TableHeaderCell>Outcomes</TableHeaderCell>
          <TableHeaderCell numeric>pass@1</TableHeaderCell>
          <TableHeaderCell numeric>pass@3</TableHeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.benchmark}>
            <TableCell>
              <Link className="link" href={runTasksHref(`/runs/${runId}`, { benchmark: row.benchmark })}>
                <BenchmarkMark name={row.benchmark} />
              </Link>
            </TableCell>
            <TableCell numeric>{row.tasks}</TableCell>
            <TableCell numeric>{row.trials}</TableCell>
            <TableCell>
              <OutcomeCountsLine counts={row.outcomes} />
            </TableCell>
            <TableCell numeric>
              <PassAtCell passAt={row.passAt[0]} />
            </TableCell>
            <TableCell numeric>
              <PassAtCell passAt={row.passAt[1]} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
