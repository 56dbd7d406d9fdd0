"use client";
import { useState } from "react";
import { JobProgress } from "#components/jobs/job-progress.tsx";
import type { ImportJobResult } from "#lib/imports/schema.ts";
import type { JobView } from "#lib/jobs/view.ts";
import { FileTable } from "./file-table.tsx";
import { ImportVerdict } from "./import-verdict.tsx";
import { ProblemTable } from "./problem-table.tsx";
import { RunTable } from "./run-table.tsx";

type ImportJobProps = { jobId: string; onStarted: (jobId: string) => void };

/** A check or an import: its bar while it runs, then what it found or did. */
export function ImportJob({ jobId, onStarted }: ImportJobProps) {
  const [job, setJob] = useState<JobView | null>(null);
  const result = job?.state === "succeeded" ? (job.result as ImportJobResult) : null;
  return (
    <section aria-label="Result" className="flex min-w-0 flex-col gap-5">
      <JobProgress jobId={jobId} label="Import" onFinished={setJob} />
      {result ? (
        <>
          <ImportVerdict result={result} onStarted={onStarted} />
          <ProblemTable problems={result.problems} />
          <RunTable runs={result.runs} dryRun={result.dryRun} />
          <FileTable files={result.plan} total={result.files} dryRun={result.dryRun} />
        </>
      ) : null}
    </section>
  );
}
