"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, useState, useTransition } from "react";
import { JobProgress } from "#components/jobs/job-progress.tsx";
import { Button, type ButtonProps } from "#components/ui/button.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { startMetricsAction, startProjectionAction } from "#lib/projections/actions.ts";
import type { AbstractionInput } from "#lib/projections/schema.ts";

const actions = {
  project: () => startProjectionAction({}),
  metrics: (input: AbstractionInput) => startMetricsAction(input),
};

type StartJobButtonProps = {
  kind: keyof typeof actions;
  /** What is to be measured; left out = as the paper does. */
  input?: AbstractionInput;
  /** A job of this kind that is under way already. */
  activeJobId: string | null;
  variant?: ButtonProps["variant"];
  children: ReactNode;
};

/** Starts a job and shows its bar, with the way to cancel it; the page is drawn anew at its end. */
export function StartJobButton(props: StartJobButtonProps) {
  const { kind, input = {}, activeJobId, variant = "secondary", children } = props;
  const router = useRouter();
  const [jobId, setJobId] = useState(activeJobId);
  const [ended, setEnded] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const running = jobId !== null && !ended;

  function start() {
    startTransition(async () => {
      const result = await actions[kind](input);
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
            label={kind === "project" ? "Compute the map" : "Measure abstraction"}
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
