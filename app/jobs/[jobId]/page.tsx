import { notFound } from "next/navigation";
import { z } from "zod";
import { RetryImportJob } from "#components/imports/retry-import-job.tsx";
import { JobDetail } from "#components/jobs/job-detail.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { getJob } from "#lib/jobs/queries.ts";
import type { JobView } from "#lib/jobs/view.ts";

export const metadata = { title: "Job" };

export default async function JobPage({ params }: PageProps<"/jobs/[jobId]">) {
  const { jobId } = await params;
  const job = z.uuid().safeParse(jobId).success ? await getJob(requestDb(), jobId) : null;
  if (!job) notFound();
  return (
    <PageBody>
      <PageHeader
        title={job.title}
        purpose="One background job."
        actions={job.kind === "import" && hasEndedEarly(job) ? <RetryImportJob jobId={job.id} /> : null}
      />
      <JobDetail job={job} />
    </PageBody>
  );
}

function hasEndedEarly({ state }: JobView): boolean {
  return state === "failed" || state === "canceled";
}
