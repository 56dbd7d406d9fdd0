"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, useState, useTransition } from "react";
import { JobProgress } from "#components/jobs/job-progress.tsx";
import { Button, type ButtonProps } from "#components/ui/button.tsx";
import { callServer } from "#components/ui/call-server.ts";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { startMetricsAction } from "#lib/abstraction/actions.ts";
import type { AbstractionInput } from "#lib/abstraction/schema.ts";
import { jobTitles } from "#lib/jobs/kinds.ts";
import { startPlacementAction, startProjectionAction } from "#lib/maps/actions.ts";
import type { PlacementRequest } from "#lib/maps/place-memories.ts";

type Job =
  | { kind: "project" }
  /** What is to be measured; left out = as the paper does. */
  | { kind: "metrics"; input?: AbstractionInput }
  /** The maps that memories are to be placed on. */
  | { kind: "place"; input: PlacementRequest };

type StartJobButtonProps = Job & {
  /** A job of this kind that is under way already. */
  activeJobId: string | null;
  variant?: ButtonProps["variant"];
  children: ReactNode;
};

function startJob(job: Job) {
  if (job.kind === "project") return callServer(() => startProjectionAction({}));
  if (job.kind === "place") return callServer(() => startPlacementAction(job.input));
  return callServer(() => startMetricsAction(job.input ?? {}));
}

/** Starts a job and shows its bar, with the way to cancel it; the page is drawn anew at its end. */
export function StartJobButton(props: StartJobButtonProps) {
  const { kind, activeJobId, variant = "secondary", children } = props;
  const router = useRouter();
  const [jobId, setJobId] = useState(activeJobId);
  const [ended, setEnded] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const running = jobId !== null && !ended;

  function start() {
    startTransition(async () => {
      const result = await startJob(props);
      setFailure(result.ok ? null : result.error.message);
      if (!result.ok) return;
      setEnded(false);
      setJobId(result.value.jobId);
    });
  }

  return (
    <div className="flex min-w-0 flex-col items-start gap-2">
      {running ? null : (
        <Button variant={variant} pending={pending} onClick={start}>
          {children}
        </Button>
      )}
      {jobId ? (
        <div className="w-96 max-w-full">
          <JobProgress
            key={jobId}
            jobId={jobId}
            label={jobTitles[kind]}
            onFinished={() => {
              setEnded(true);
              router.refresh();
            }}
          />
        </div>
      ) : null}
      {failure ? <ErrorNotice message={failure} /> : null}
    </div>
  );
}
