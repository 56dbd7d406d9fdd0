"use client";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { jobPageSize, jobSearchParams } from "#lib/jobs/search-params.ts";
import type { JobView } from "#lib/jobs/view.ts";
import { JobStateBadge } from "./job-state-badge.tsx";
import { durationOf, formatTime } from "./job-times.ts";

const column = dataTableColumns<JobView>();
const columns: DataTableColumn<JobView>[] = [
  column.accessor("title", {
    id: "job",
    header: "Job",
    enableHiding: false,
    cell: ({ row: { original: job } }) => (
      <Link className="link" href={`/jobs/${job.id}`}>
        {job.title}
      </Link>
    ),
    meta: { className: "max-w-96" },
  }),
  column.accessor("state", {
    id: "state",
    header: "State",
    enableHiding: false,
    cell: ({ row }) => <JobStateBadge state={row.original.state} />,
  }),
  column.display({
    id: "reason",
    header: "Stage or reason",
    cell: ({ row: { original: job } }) => <span className="text-muted">{job.error ?? job.stage ?? ""}</span>,
    meta: { grows: true },
  }),
  column.display({
    id: "duration",
    header: "Duration",
    cell: ({ row }) => durationOf(row.original),
    meta: { numeric: true },
  }),
  column.accessor("actor", { id: "actor", header: "Requested by" }),
  column.accessor("createdAt", {
    id: "created",
    header: "Created",
    cell: ({ row: { original: job } }) => <time dateTime={job.createdAt}>{formatTime(job.createdAt)}</time>,
  }),
];

/** The jobs, newest first, each with what it came to. */
export function JobTable({ jobs, total }: { jobs: JobView[]; total: number }) {
  const [pending, startTransition] = useTransition();
  const [{ page }, setParams] = useQueryStates(jobSearchParams, { shallow: false, startTransition });
  return (
    <DataTable
      label="Jobs"
      columns={columns}
      rows={jobs}
      rowCount={total}
      getRowId={(job) => job.id}
      getRowHref={(job) => `/jobs/${job.id}`}
      pageIndex={Math.max(0, page - 1)}
      pageSize={jobPageSize}
      onPageChange={(index) => setParams({ page: index + 1 })}
      pending={pending}
    />
  );
}
