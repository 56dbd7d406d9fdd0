"use client";
import Link from "next/link";
import { useState } from "react";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { LifecycleBadge } from "#components/memories/lifecycle-badge.tsx";
import { TypeBadge } from "#components/memories/type-badge.tsx";
import { OutcomeBadge } from "#components/runs/outcome-badge.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import { formatMeasure, type MapMeasure, measureWords } from "#lib/maps/map-measures.ts";
import { useMemoryRows } from "./use-memory-rows.ts";

type MemoryTableProps = {
  label: string;
  ids: readonly string[];
  /** A column of numbers, by id. */
  measure: { name: MapMeasure; valueOf: (id: string) => number; noteOf: (id: string) => string } | null;
  selected: ReadonlySet<string>;
  onPick: (id: string) => void;
};

const pageSize = 25;

/** Points of the maps as rows, with everything that a pointer can do on them. */
export function MemoryTable({ label, ids, measure, selected, onPick }: MemoryTableProps) {
  const [page, setPage] = useState(0);
  const pages = Math.max(1, Math.ceil(ids.length / pageSize));
  const current = Math.min(page, pages - 1);
  const shown = ids.slice(current * pageSize, (current + 1) * pageSize);
  const { rows, loading, failed } = useMemoryRows(shown, 200);
  return (
    <>
      {failed ? (
        <ErrorNotice className="mx-4" message="The server did not name these memories. Reload the page." />
      ) : null}
      {loading && rows.length === 0 ? <SkeletonRows rows={5} label="Loading the memories" /> : null}
      {rows.length > 0 ? (
        <Table label={label}>
          <TableHead>
            <tr>
              <TableHeaderCell>
                <span className="sr-only">Selected</span>
              </TableHeaderCell>
              <TableHeaderCell>Title</TableHeaderCell>
              {measure ? <TableHeaderCell numeric>{measureWords[measure.name].title}</TableHeaderCell> : null}
              <TableHeaderCell>Type</TableHeaderCell>
              <TableHeaderCell>Benchmark</TableHeaderCell>
              <TableHeaderCell>Outcome</TableHeaderCell>
              <TableHeaderCell>Lifecycle</TableHeaderCell>
            </tr>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <TableRow key={row.id}>
                <TableCell>
                  <Checkbox
                    aria-label={`Select ${row.title}`}
                    checked={selected.has(row.id)}
                    onChange={() => onPick(row.id)}
                  />
                </TableCell>
                <TableCell className="min-w-56">
                  <Link href={`/memories/${row.id}`} className="link line-clamp-2 wrap-anywhere">
                    {row.title}
                  </Link>
                </TableCell>
                {measure ? (
                  <TableCell numeric>
                    {formatMeasure(measure.name, measure.valueOf(row.id))}
                    <span className="block text-xs whitespace-nowrap text-muted">
                      {measure.noteOf(row.id)}
                    </span>
                  </TableCell>
                ) : null}
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
    </>
  );
}
