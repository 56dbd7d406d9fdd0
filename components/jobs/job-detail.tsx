import { CodeBlock } from "#components/ui/code-block.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { isFinished, type JobView } from "#lib/jobs/view.ts";
import { JobStateBadge } from "./job-state-badge.tsx";
import { durationOf, formatTime } from "./job-times.ts";
import { LiveJob } from "./live-job.tsx";

/** Everything known of one job: its progress while it runs, then its result or its failure. */
export function JobDetail({ job }: { job: JobView }) {
  const facts = [
    ["Requested by", job.actor],
    ["Created", formatTime(job.createdAt)],
    ["Started", job.startedAt ? formatTime(job.startedAt) : "not yet"],
    ["Finished", job.finishedAt ? formatTime(job.finishedAt) : "not yet"],
    ["Duration", durationOf(job)],
  ] as const;
  return (
    <div className="flex flex-col gap-4">
      <div>
        <JobStateBadge state={job.state} />
      </div>
      {isFinished(job) ? null : <LiveJob jobId={job.id} title={job.title} />}
      {job.error ? <ErrorNotice title={`${job.title} failed`} message={job.error} /> : null}
      <dl className="grid max-w-md grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-sm">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {job.result ? <CodeBlock label="result" code={JSON.stringify(job.result, null, 2)} /> : null}
    </div>
  );
}
