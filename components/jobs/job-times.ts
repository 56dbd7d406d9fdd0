import { formatDuration } from "#components/ui/duration.ts";
import type { JobView } from "#lib/jobs/view.ts";

/** "2026-01-31 14:05 UTC": the same on the server and in the browser. */
export function formatTime(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

/** How long a job ran; "" while it runs or before. */
export function durationOf(job: Pick<JobView, "startedAt" | "finishedAt">): string {
  if (!job.startedAt || !job.finishedAt) return "";
  return formatDuration(Date.parse(job.finishedAt) - Date.parse(job.startedAt));
}
