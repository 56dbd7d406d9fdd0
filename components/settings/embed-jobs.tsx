"use client";
import { useRouter } from "next/navigation";
import { JobProgress } from "#components/jobs/job-progress.tsx";

/** The embed jobs under way; the counts are drawn anew when one ends. */
export function EmbedJobs({ jobIds }: { jobIds: readonly string[] }) {
  const router = useRouter();
  return jobIds.map((id) => (
    <JobProgress key={id} jobId={id} label="Embed memories" onFinished={() => router.refresh()} />
  ));
}
