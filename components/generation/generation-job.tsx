"use client";
import { useRouter } from "next/navigation";
import { JobProgress } from "#components/jobs/job-progress.tsx";

/** The job that makes a draft; the page is drawn anew when it ends. */
export function GenerationJob({ jobId }: { jobId: string }) {
  const router = useRouter();
  return <JobProgress jobId={jobId} label="Making the draft" onFinished={() => router.refresh()} />;
}
