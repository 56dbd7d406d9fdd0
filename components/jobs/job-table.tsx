import Link from "next/link";
import { formatDuration } from "#components/ui/duration.ts";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { JobView } from "#lib/jobs/view.ts";
import { JobStateBadge } from "./job-state-badge.tsx";

/** The jobs, newest first, each with what it came to. */
export function JobTable({ jobs }: { jobs: JobView[] }) {
  return (
    <Table label="Jobs">
      <TableHead>
        <tr>
          <TableHeaderCell>Job</TableHeaderCell>
          <TableHeaderCell>State</TableHeaderCell>
          <TableHeaderCell numeric>Took</TableHeaderCell>
          <TableHeaderCell>Asked for by</TableHeaderCell>
          <TableHeaderCell>Created</TableHeaderCell>
          <TableHeaderCell>Stage or reason</TableHeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {jobs.map((job) => (
          <TableRow key={job.id}>
            <TableCell>
              <Link className="text-accent underline underline-offset-2" href={`/jobs/${job.id}`}>
                {job.title}
              </Link>
            </TableCell>
            <TableCell>
              <JobStateBadge state={job.state} />
            </TableCell>
            <TableCell numeric>{tookOf(job)}</TableCell>
            <TableCell>{job.actor}</TableCell>
            <TableCell className="whitespace-nowrap">
              <time dateTime={job.createdAt}>{formatTime(job.createdAt)}</time>
            </TableCell>
            <TableCell className="max-w-md truncate text-muted">{job.error ?? job.stage ?? ""}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** "2026-01-31 14:05 UTC": the same on the server and in the browser. */
export function formatTime(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

export function tookOf(job: JobView): string {
  if (!job.startedAt || !job.finishedAt) return "";
  return formatDuration(Date.parse(job.finishedAt) - Date.parse(job.startedAt));
}
