"use client";
import { useRouter } from "next/navigation";
import { JobProgress } from "./job-progress.tsx";

/** Follows a job on a page of the server, which is drawn anew when the job has ended. */
export function LiveJob({ jobId, title }: { jobId: string; title: string }) {
  const router = useRouter();
  return <JobProgress jobId={jobId} label={title} onFinished={() => router.refresh()} />;
}
