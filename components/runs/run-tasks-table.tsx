import Link from "next/link";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { RunTaskRow } from "#lib/runs/schema.ts";
import { OutcomeBadge } from "./outcome-badge.tsx";

/** Task by attempt: each outcome leads to its trial. */
export function RunTasksTable({ rows }: { rows: readonly RunTaskRow[] }) {
  return (
    <Table label="Tasks and their attempts">
      <TableHead>
        <tr>
          <TableHeaderCell>Task</TableHeaderCell>
          <TableHeaderCell>Benchmark</TableHeaderCell>
          <TableHeaderCell>Attempts</TableHeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.taskId}>
            <TableHeaderCell scope="row" className="min-w-48 max-w-96 text-left font-normal wrap-break-word">
              {row.taskName}
            </TableHeaderCell>
            <TableCell>
              <BenchmarkMark name={row.benchmark} />
            </TableCell>
            <TableCell>
              <ul className="flex flex-wrap gap-1.5">
                {row.attempts.map((attempt) => (
                  <li key={attempt.trialId}>
                    <Link
                      className="inline-flex min-h-6 items-center"
                      href={`/trials/${attempt.trialId}`}
                      aria-label={`Attempt ${attempt.attempt} of ${row.taskName}: ${attempt.outcome}`}
                    >
                      <OutcomeBadge outcome={attempt.outcome} />
                    </Link>
                  </li>
                ))}
              </ul>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
