import Link from "next/link";
import { DeprecateButton } from "#components/runs/deprecation.tsx";
import { BenchmarkMark } from "#components/ui/benchmark-mark.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LifecycleBadge, type LifecycleName } from "#components/ui/lifecycle-badge.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import { type MemoryTypeName, TypeBadge } from "#components/ui/type-badge.tsx";
import { formatInterval, formatP, formatPoints } from "#lib/transfer/format.ts";
import type { MemoryBlameList, MemoryBlameRow, PairedOutcome } from "#lib/transfer/schema.ts";

/** Where the tasks at which a memory was retrieved are listed. */
type TasksHref = (memoryId: string, outcome: PairedOutcome | null) => string;

/** Which retrieved memories recur at lost tasks, worst first. */
export function BlameTable({ blame, now, href }: { blame: MemoryBlameList; now: string; href: TasksHref }) {
  if (blame.total === 0) {
    return (
      <EmptyState
        title="No retrieval to blame"
        command="npx carryover import ./jobs --arm memory --run candidate"
      >
        {blame.unlinked > 0
          ? `The candidate's log shows ${blame.unlinked} memories, but none of them is in the pool. Import the pool it used.`
          : "No retrieval of the candidate is known. Import the agent's log with the run: it holds what was retrieved."}
      </EmptyState>
    );
  }
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <Table label="Memories retrieved by the candidate">
        <TableHead>
          <tr>
            <TableHeaderCell>Memory</TableHeaderCell>
            <TableHeaderCell>Lifecycle</TableHeaderCell>
            <TableHeaderCell numeric>Retrievals</TableHeaderCell>
            <TableHeaderCell numeric>Tasks</TableHeaderCell>
            <TableHeaderCell numeric>Lost</TableHeaderCell>
            <TableHeaderCell numeric>Gained</TableHeaderCell>
            <TableHeaderCell numeric>Effect</TableHeaderCell>
            <TableHeaderCell numeric>Interval</TableHeaderCell>
            <TableHeaderCell numeric>p</TableHeaderCell>
            <TableHeaderCell numeric>q</TableHeaderCell>
            <TableHeaderCell>
              <span className="sr-only">Action</span>
            </TableHeaderCell>
          </tr>
        </TableHead>
        <TableBody>
          {blame.rows.map((row) => (
            <BlameRow key={row.memoryId} row={row} now={now} href={href} />
          ))}
        </TableBody>
      </Table>
      <p className="max-w-prose px-3 py-2 text-xs text-muted">
        Tasks are compared with themselves, so their difficulty cancels; memories retrieved together share the
        blame. Effect: mean change of the share of passed attempts over the memory's tasks, with its interval.
        q: Benjamini-Hochberg over all {blame.total} retrieved memories.
        {blame.unlinked > 0 ? ` ${blame.unlinked} retrievals match no memory of the pool.` : ""}
      </p>
    </div>
  );
}

function BlameRow({ row, now, href }: { row: MemoryBlameRow; now: string; href: TasksHref }) {
  return (
    <TableRow>
      <TableHeaderCell scope="row" className="min-w-72 max-w-md py-1 text-left font-normal">
        <span className="flex flex-wrap items-center gap-x-2">
          <TypeBadge type={row.type as MemoryTypeName} />
          <Link className="link wrap-break-word [unicode-bidi:isolate]" href={`/memories/${row.memoryId}`}>
            {row.title}
          </Link>
          <BenchmarkMark name={row.benchmark} className="text-xs" />
        </span>
      </TableHeaderCell>
      <TableCell>
        <LifecycleBadge
          lifecycle={row.lifecycle as LifecycleName}
          expired={row.validUntil !== null && row.validUntil <= now}
        />
      </TableCell>
      <TableCell numeric>{row.retrievals}</TableCell>
      <TableCell numeric>
        <TaskCount count={row.tasks} words="tasks" href={href(row.memoryId, null)} />
      </TableCell>
      <TableCell numeric>
        <TaskCount count={row.lost} words="lost tasks" href={href(row.memoryId, "lost")} />
      </TableCell>
      <TableCell numeric>
        <TaskCount count={row.gained} words="gained tasks" href={href(row.memoryId, "gained")} />
      </TableCell>
      <TableCell numeric className="whitespace-nowrap">
        {formatPoints(row.effect)}
      </TableCell>
      <TableCell numeric className="whitespace-nowrap text-muted">
        {formatInterval(row.ci)}
      </TableCell>
      <TableCell numeric>{formatP(row.p)}</TableCell>
      <TableCell numeric>{formatP(row.q)}</TableCell>
      <TableCell>
        {row.lifecycle === "deprecated" ? null : (
          <DeprecateButton memoryId={row.memoryId} title={row.title} />
        )}
      </TableCell>
    </TableRow>
  );
}

/** A count that leads to its tasks; nothing to lead to at 0. */
function TaskCount({ count, words, href }: { count: number; words: string; href: string }) {
  if (count === 0) return <span className="text-muted">0</span>;
  return (
    <Link
      className="link inline-flex min-h-6 items-center"
      href={href}
      aria-label={`${count} ${words}`}
      scroll={false}
    >
      {count}
    </Link>
  );
}
