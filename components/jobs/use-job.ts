"use client";
import { useEffect, useState } from "react";
import { isFinished, type JobView } from "#lib/jobs/view.ts";

/**
 * Follows a job by server-sent events.
 * @param jobId null = nothing to follow
 * @param onFinished called once when the job has ended, however it ended
 */
export function useJob(jobId: string | null, onFinished?: (job: JobView) => void): JobView | null {
  const [job, setJob] = useState<JobView | null>(null);
  const [finished] = useState(() => ({ call: onFinished }));
  useEffect(() => {
    finished.call = onFinished;
  });
  useEffect(() => {
    if (!jobId) return;
    const events = new EventSource(`/api/jobs/${jobId}/events`);
    events.onmessage = (message) => {
      const next = JSON.parse(message.data) as JobView;
      setJob(next);
      if (!isFinished(next)) return;
      // The browser would connect again after the stream's end.
      events.close();
      finished.call?.(next);
    };
    return () => events.close();
  }, [jobId, finished]);
  return job?.id === jobId ? job : null;
}
