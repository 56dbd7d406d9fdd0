"use client";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { callServer } from "#components/ui/call-server.ts";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { retryImportAction } from "#lib/imports/actions.ts";

type RetryImportProps = { jobId: string; onStarted: (jobId: string) => void };

/** Starts an import that failed or was canceled once more; what it had written is found unchanged. */
export function RetryImport({ jobId, onStarted }: RetryImportProps) {
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  function retry() {
    startTransition(async () => {
      const started = await callServer(() => retryImportAction(jobId));
      if (started.ok) onStarted(started.value.jobId);
      else setFailure(started.error.message);
    });
  }
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button pending={pending} onClick={retry}>
        Try again
      </Button>
      {failure ? <ErrorNotice message={failure} /> : null}
    </div>
  );
}
