"use client";
import { useState, useTransition } from "react";
import { LiveJob } from "#components/jobs/live-job.tsx";
import { Button } from "#components/ui/button.tsx";
import { callServer } from "#components/ui/call-server.ts";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { startDemoAction } from "#lib/overview/actions.ts";

/** Starts the demo job and follows it; the page is drawn anew when the pool is there. */
export function LoadDemoButton({ activeJobId }: { activeJobId: string | null }) {
  const [jobId, setJobId] = useState(activeJobId);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();

  function load() {
    startTransition(async () => {
      const result = await callServer(() => startDemoAction());
      setJobId(result.ok ? result.value.jobId : null);
      setFailure(result.ok ? null : result.error.message);
    });
  }

  if (jobId) return <LiveJob jobId={jobId} title="Load the demo pool" />;
  return (
    <div className="flex flex-col items-start gap-2">
      <Button variant="primary" pending={pending} onClick={load}>
        Load the synthetic demo pool
      </Button>
      {failure ? <ErrorNotice message={failure} /> : null}
    </div>
  );
}
