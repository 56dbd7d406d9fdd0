"use client";
import { useRouter } from "next/navigation";
import { RetryImport } from "./retry-import.tsx";

/** Starts a failed or canceled import anew and goes to its job. */
export function RetryImportJob({ jobId }: { jobId: string }) {
  const router = useRouter();
  return <RetryImport jobId={jobId} onStarted={(next) => router.push(`/jobs/${next}`)} />;
}
