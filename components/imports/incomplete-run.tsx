"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { callServer } from "#components/ui/call-server.ts";
import { Callout } from "#components/ui/callout.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { importRunAgainAction } from "#lib/imports/actions.ts";

type IncompleteRunProps = { runId: string; trials: number; canImportAgain: boolean };

/** On a run whose import was cut off: what that means, and how to finish it. */
export function IncompleteRun({ runId, trials, canImportAgain }: IncompleteRunProps) {
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  function importAgain() {
    startTransition(async () => {
      const started = await callServer(() => importRunAgainAction(runId));
      if (started.ok) router.push(`/import?job=${started.value.jobId}`);
      else setFailure(started.error.message);
    });
  }
  return (
    <Callout
      tone="warn"
      title={`Incomplete: ${trials.toLocaleString("en")} trials so far`}
      actions={
        canImportAgain ? (
          <Button size="small" pending={pending} onClick={importAgain}>
            Import again
          </Button>
        ) : null
      }
    >
      {failure ? <ErrorNotice message={failure} /> : null}
      The import of this run was interrupted. Import the same files again to finish it.
    </Callout>
  );
}
