import Link from "next/link";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { TypeBadge } from "#components/memories/type-badge.tsx";
import { OutcomeBadge } from "#components/runs/outcome-badge.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { GenerationRow } from "#lib/generation/schema.ts";
import { GenerationStateBadge } from "./generation-state-badge.tsx";

/** Drafts, newest first; the first cell leads to the draft. */
export function GenerationTable({ label, rows }: { label: string; rows: readonly GenerationRow[] }) {
  return (
    <Table label={label}>
      <TableHead>
        <tr>
          <TableHeaderCell>Source</TableHeaderCell>
          <TableHeaderCell>State</TableHeaderCell>
          <TableHeaderCell>Type</TableHeaderCell>
          <TableHeaderCell>Read as</TableHeaderCell>
          <TableHeaderCell>Memory</TableHeaderCell>
          <TableHeaderCell>Asked</TableHeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            <TableCell className="min-w-48">
              <Link
                href={`/regenerate/${row.id}`}
                className="text-accent underline underline-offset-2 wrap-anywhere"
              >
                {row.taskName}
              </Link>
              <span className="block text-xs">
                <BenchmarkMark name={row.benchmark} />
              </span>
            </TableCell>
            <TableCell>
              <GenerationStateBadge state={row.state} />
            </TableCell>
            <TableCell>
              <TypeBadge type={row.type} />
            </TableCell>
            <TableCell>
              <OutcomeBadge outcome={row.polarity} />
            </TableCell>
            <TableCell className="min-w-40">
              <span className="line-clamp-2">{row.memoryTitle ?? "a new memory"}</span>
            </TableCell>
            <TableCell className="whitespace-nowrap">
              <time dateTime={row.createdAt}>{row.createdAt.slice(0, 16).replace("T", " ")}</time>
              <span className="block text-xs text-muted">by {row.actor}</span>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
