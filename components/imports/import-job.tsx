"use client";
import { useState } from "react";
import { JobProgress } from "#components/jobs/job-progress.tsx";
import { readImportResult } from "#lib/imports/read-import-result.ts";
import type { JobView } from "#lib/jobs/view.ts";
import { BenchmarkTable } from "./benchmark-table.tsx";
import { DecisionsProvider } from "./decisions.tsx";
import { FileTable } from "./file-table.tsx";
import { ImportVerdict } from "./import-verdict.tsx";
import { ProblemTable } from "./problem-table.tsx";
import { RetryImport } from "./retry-import.tsx";
import { RunTable } from "./run-table.tsx";
import { SkippedTable } from "./skipped-table.tsx";
import { TableMapping } from "./table-mapping.tsx";

type ImportJobProps = { jobId: string; onStarted: (jobId: string) => void };

/** A check or an import: its bar while it runs, then what it found or did. */
export function ImportJob({ jobId, onStarted }: ImportJobProps) {
  const [job, setJob] = useState<JobView | null>(null);
  const result = job?.state === "succeeded" ? readImportResult(job.result) : null;
  return (
    <section aria-label="Result" className="flex min-w-0 flex-col gap-5">
      <JobProgress jobId={jobId} label="Import" onFinished={setJob} />
      {result ? (
        <DecisionsProvider request={result.request}>
          <ImportVerdict result={result} onStarted={onStarted} />
          {result.tables.map((table) => (
            <TableMapping key={table.path} table={table} dryRun={result.dryRun} onStarted={onStarted} />
          ))}
          <RunTable runs={result.runs} dryRun={result.dryRun} />
          <BenchmarkTable
            benchmarks={result.benchmarks}
            stored={result.storedBenchmarks}
            dryRun={result.dryRun}
          />
          <ProblemTable jobId={jobId} problems={result.problems} total={result.problemCount} />
          <FileTable jobId={jobId} files={result.plan} total={result.planCount} dryRun={result.dryRun} />
          <SkippedTable skipped={result.skipped} />
        </DecisionsProvider>
      ) : null}
      {job?.state === "failed" || job?.state === "canceled" ? (
        <RetryImport jobId={jobId} onStarted={onStarted} />
      ) : null}
    </section>
  );
}
