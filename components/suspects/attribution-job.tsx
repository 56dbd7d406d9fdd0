import { LiveJob } from "#components/jobs/live-job.tsx";
import { Callout } from "#components/ui/callout.tsx";
import type { FitState } from "#lib/attribution/get-attribution.ts";
import type { JobView } from "#lib/jobs/view.ts";
import { StartAttribution } from "./start-attribution.tsx";

type Props = {
  fit: FitState;
  pair: { base: string; candidate: string };
  /** The job that computes the cases, or that ended without them. */
  job: JobView;
};

/** What is being done about cases that are older than their runs, or not there. */
export function AttributionJob({ fit, pair, job }: Props) {
  const shown = fit === "older" ? "These cases are of the runs as they were." : "There are no cases yet.";
  if (job.state === "failed" || job.state === "canceled") {
    return (
      <Callout
        tone="warn"
        title={`${shown} The job that attributes outcomes to memories ${job.state === "failed" ? "failed" : "was canceled"}.`}
        actions={<StartAttribution {...pair} />}
      >
        {job.error ? <p>{job.error}</p> : null}
      </Callout>
    );
  }
  return (
    <Callout title={`${shown} They are being ${fit === "older" ? "updated" : "computed"}.`}>
      <LiveJob key={job.id} jobId={job.id} title={job.title} />
    </Callout>
  );
}
