"use client";
import { parseAsString, useQueryState } from "nuqs";
import { Card } from "#components/ui/card.tsx";
import { ImportJob } from "./import-job.tsx";
import { SourceForm } from "./source-form.tsx";

/** Anything else in the address is no job, and would be waited for without end. */
const JOB_ID = /^[0-9a-f-]{36}$/i;

/** Choose, check, apply. The job stands in the URL, so that a plan can be reloaded and sent on. */
export function ImportWorkbench() {
  const [jobId, setJobId] = useQueryState("job", parseAsString.withOptions({ history: "push" }));
  const isFolded = jobId !== null;
  return (
    <>
      <Card
        title="What to import"
        description={
          isFolded
            ? undefined
            : "Folders are searched and every file is recognized by its content: pools, runs and trajectories can be mixed. The preview writes nothing."
        }
      >
        <SourceForm isFolded={isFolded} onStarted={(id) => void setJobId(id)} />
      </Card>
      {jobId && JOB_ID.test(jobId) ? (
        <ImportJob key={jobId} jobId={jobId} onStarted={(id) => void setJobId(id)} />
      ) : null}
    </>
  );
}
