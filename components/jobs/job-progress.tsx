"use client";
import { useTransition } from "react";
import { toast } from "sonner";
import { Button } from "#components/ui/button.tsx";
import { callServer } from "#components/ui/call-server.ts";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { cancelJobAction } from "#lib/jobs/actions.ts";
import { isFinished, type JobView, remainingMs } from "#lib/jobs/view.ts";
import { useJob } from "./use-job.ts";

type JobProgressProps = {
  jobId: string;
  /** How the bar is called until the job tells its own title. */
  label?: string;
  onFinished?: (job: JobView) => void;
};

/** The bar, stage and remaining time of a job, with a button that cancels it. Vanishes on success. */
export function JobProgress({ jobId, label = "Job", onFinished }: JobProgressProps) {
  const job = useJob(jobId, onFinished);
  if (job?.state === "succeeded") return null;
  if (job?.state === "failed") return <ErrorNotice title={`${job.title} failed`} message={job.error} />;
  if (job?.state === "canceled") return <p className="text-sm text-muted">{job.title}: canceled.</p>;
  return (
    <div className="flex items-end gap-3" aria-live="off">
      <Progress
        className="min-w-0 grow"
        label={job?.title ?? label}
        share={job?.state === "running" ? job.progress : null}
        stage={job?.state === "queued" ? "queued" : job?.stage}
        remainingMs={job ? remainingMs(job, Date.now()) : null}
      />
      {job && !isFinished(job) ? <CancelJobButton jobId={jobId} /> : null}
    </div>
  );
}

function CancelJobButton({ jobId }: { jobId: string }) {
  const [pending, startTransition] = useTransition();
  function cancel() {
    startTransition(async () => {
      const result = await callServer(() => cancelJobAction(jobId));
      if (!result.ok) toast.error(result.error.message);
    });
  }
  return (
    <Button size="small" variant="danger" pending={pending} onClick={cancel}>
      Cancel
    </Button>
  );
}
