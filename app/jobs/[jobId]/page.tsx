import { notFound } from "next/navigation";
import { z } from "zod";
import { JobDetail } from "#components/jobs/job-detail.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { getDb } from "#lib/db/client.ts";
import { getJob } from "#lib/jobs/queries.ts";

export const metadata = { title: "Job" };

export default async function JobPage({ params }: PageProps<"/jobs/[jobId]">) {
  const { jobId } = await params;
  const job = z.uuid().safeParse(jobId).success ? await getJob(getDb(), jobId) : null;
  if (!job) notFound();
  return (
    <PageBody>
      <PageHeader title={job.title} purpose="One piece of background work." />
      <JobDetail job={job} />
    </PageBody>
  );
}
