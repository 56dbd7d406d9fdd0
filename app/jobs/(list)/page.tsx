import Link from "next/link";
import type { SearchParams } from "nuqs/server";
import { JobTable } from "#components/jobs/job-table.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { listJobs } from "#lib/jobs/queries.ts";
import { failedWithinDays, jobPageSize, loadJobSearchParams } from "#lib/jobs/search-params.ts";

export const metadata = { title: "Jobs" };

export default async function JobsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { page, failed } = await loadJobSearchParams(searchParams);
  const { rows, total } = await listJobs(requestDb(), {
    page: Math.max(1, page),
    pageSize: jobPageSize,
    ...(failed ? { failedSince: daysAgo(failedWithinDays) } : {}),
  });
  return (
    <PageBody>
      <PageHeader
        title="Jobs"
        purpose="Background work and its results: imports, maps, measurements, drafts."
        facts={failed ? <FailedOnly total={total} /> : null}
      />
      {total === 0 && !failed ? (
        <EmptyState title="No jobs yet" command="npx carryover import ./runs">
          Imports, maps and measurements run in the background and are listed here.
        </EmptyState>
      ) : (
        <JobTable jobs={rows} total={total} />
      )}
    </PageBody>
  );
}

function daysAgo(days: number): Date {
  return new Date(Date.now() - days * 86_400_000);
}

function FailedOnly({ total }: { total: number }) {
  return (
    <>
      {total.toLocaleString("en")} failed in the last {failedWithinDays} days ·{" "}
      <Link href="/jobs" className="link">
        all jobs
      </Link>
    </>
  );
}
