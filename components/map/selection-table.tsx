"use client";
import Link from "next/link";
import { useState } from "react";
import { BenchmarkMark } from "#components/ui/benchmark-mark.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { LifecycleBadge } from "#components/ui/lifecycle-badge.tsx";
import { OutcomeBadge } from "#components/ui/outcome-badge.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import { TypeBadge } from "#components/ui/type-badge.tsx";
import { idsHref, mostLinkedIds } from "#lib/memories/ids-href.ts";
import { useMemoryRows } from "./use-memory-rows.ts";

const pageSize = 25;
/** The selected memories as a table, with the way to act on all of them. */
export function SelectionTable({ ids, onClear }: { ids: readonly string[]; onClear: () => void }) {
  const [page, setPage] = useState(0);
  const pages = Math.max(1, Math.ceil(ids.length / pageSize));
  const current = Math.min(page, pages - 1);
  const { rows, loading, failed } = useMemoryRows(
    ids.slice(current * pageSize, (current + 1) * pageSize),
    200,
  );
  if (ids.length === 0) {
    return (
      <p className="text-xs text-muted">
        Drag on a map to select memories, or go through one with the arrow keys and press x: their table comes
        here. A click or Enter opens a memory.
      </p>
    );
  }
  return (
    <Card
      flush
      title={`${ids.length.toLocaleString("en")} selected`}
      description={
        ids.length > mostLinkedIds
          ? `An address holds ${mostLinkedIds} of them: the link takes the first.`
          : undefined
      }
      actions={
        <>
          <Button asChild size="small" variant="primary">
            <Link href={idsHref(ids)}>Open in Memories to edit or deprecate</Link>
          </Button>
          <Button size="small" onClick={onClear}>
            Clear the selection
          </Button>
        </>
      }
    >
      {failed ? (
        <ErrorNotice className="mx-4" message="The server did not name these memories. Reload the page." />
      ) : null}
      {loading && rows.length === 0 ? <SkeletonRows rows={5} label="Loading the selection" /> : null}
      {rows.length > 0 ? (
        <Table label="Selected memories">
          <TableHead>
            <tr>
              <TableHeaderCell>Title</TableHeaderCell>
              <TableHeaderCell>Type</TableHeaderCell>
              <TableHeaderCell>Benchmark</TableHeaderCell>
              <TableHeaderCell>Outcome</TableHeaderCell>
              <TableHeaderCell>Lifecycle</TableHeaderCell>
            </tr>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <TableRow key={row.id}>
                <TableCell className="min-w-56">
                  <Link href={`/memories/${row.id}`} className="link line-clamp-2 wrap-anywhere">
                    {row.title}
                  </Link>
                </TableCell>
                <TableCell>
                  <TypeBadge type={row.type} />
                </TableCell>
                <TableCell>
                  <BenchmarkMark name={row.benchmark} />
                </TableCell>
                <TableCell>
                  <OutcomeBadge outcome={row.outcome} />
                </TableCell>
                <TableCell>
                  <LifecycleBadge lifecycle={row.lifecycle} expired={row.ineligible === "expired"} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      ) : null}
      {pages > 1 ? (
        <div className="px-4 pb-3">
          <Pagination pageIndex={current} pageSize={pageSize} total={ids.length} onPageChange={setPage} />
        </div>
      ) : null}
    </Card>
  );
}
