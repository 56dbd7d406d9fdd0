"use client";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { LiveJob } from "#components/jobs/live-job.tsx";
import { Button } from "#components/ui/button.tsx";
import { callServer } from "#components/ui/call-server.ts";
import { requestLintAction } from "#lib/lint/actions.ts";

/** Lints the pool, or the memories given, as a job that is followed in place. */
export function LintButton({ ids }: { ids?: string[] }) {
  const [pending, startTransition] = useTransition();
  const [jobId, setJobId] = useState<string | null>(null);
  function lint() {
    startTransition(async () => {
      const result = await callServer(() => requestLintAction(ids ? { ids } : {}));
      if (result.ok) setJobId(result.value.jobId);
      else toast.error(result.error.message);
    });
  }
  return (
    <>
      <Button size={ids ? "small" : "medium"} pending={pending} onClick={lint}>
        {ids ? "Lint this memory" : "Lint all memories"}
      </Button>
      {jobId ? <LiveJob key={jobId} jobId={jobId} title="Lint memories" /> : null}
    </>
  );
}
