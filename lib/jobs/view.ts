import type { JobState } from "#lib/db/generated/enums.ts";

/** A job as pages and events show it. Times are ISO 8601. */
export type JobView = {
  id: string;
  kind: string;
  title: string;
  state: JobState;
  stage: string | null;
  /** Share done, 0 to 1. */
  progress: number;
  result: unknown;
  error: string | null;
  actor: string;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
};

/** Nothing more will happen to this job. */
export function isFinished(job: Pick<JobView, "state">): boolean {
  return job.state !== "queued" && job.state !== "running";
}

/**
 * How long a running job will still take, in milliseconds, if it goes on at its average pace; null
 * while too little is done to tell.
 */
export function remainingMs(
  job: Pick<JobView, "state" | "progress" | "startedAt">,
  now: number,
): number | null {
  if (job.state !== "running" || !job.startedAt || job.progress < 0.02) return null;
  const elapsed = now - Date.parse(job.startedAt);
  return elapsed < 1000 ? null : (elapsed * (1 - job.progress)) / job.progress;
}
