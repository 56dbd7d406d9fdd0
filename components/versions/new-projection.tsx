"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { JobProgress } from "#components/jobs/job-progress.tsx";
import { Button } from "#components/ui/button.tsx";
import { callServer } from "#components/ui/call-server.ts";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { startProjectionAction } from "#lib/maps/actions.ts";
import { type LayoutEngine, layoutEngines, projectedTypes } from "#lib/maps/schema.ts";
import type { Failure } from "#lib/shared/result.ts";

const engineNames: Record<LayoutEngine, string> = {
  carryover: "Carryover",
  "umap-js": "umap-js (reference)",
};
const engineOptions = layoutEngines.map((value) => ({ value, label: engineNames[value] }));

/** Computes one more layout with parameters of one's own; those that are stored stay. */
export function NewProjection() {
  const router = useRouter();
  const [jobId, setJobId] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, startTransition] = useTransition();

  function submit(form: FormData) {
    const number = (name: string) => Number(form.get(name));
    startTransition(async () => {
      const type = projectedTypes.find((each) => each === form.get("type")) ?? "all";
      const input = {
        types: [type],
        seed: number("seed"),
        neighbors: number("neighbors"),
        minDist: number("minDist"),
        engine: layoutEngines.find((each) => each === form.get("engine")) ?? "carryover",
      };
      const result = await callServer(() => startProjectionAction(input));
      setFailure(result.ok ? null : result.error);
      if (result.ok) setJobId(result.value.jobId);
    });
  }
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        submit(new FormData(event.currentTarget));
      }}
    >
      <div className="flex flex-wrap items-end gap-3">
        <Field label="Type" className="w-32">
          <Select name="type" options={projectedTypes.map((type) => ({ value: type, label: type }))} />
        </Field>
        <Field label="Seed" className="w-28" errors={failure?.fields?.["seed"]}>
          <Input name="seed" type="number" min={0} defaultValue={7} />
        </Field>
        <Field label="Neighbors" className="w-28" errors={failure?.fields?.["neighbors"]}>
          <Input name="neighbors" type="number" min={2} max={200} defaultValue={15} />
        </Field>
        <Field label="Minimum distance" className="w-28" errors={failure?.fields?.["minDist"]}>
          <Input name="minDist" type="number" step="any" min={0} max={0.99} defaultValue={0.1} />
        </Field>
        <Field label="Engine" className="w-44" errors={failure?.fields?.["engine"]}>
          <Select name="engine" options={engineOptions} />
        </Field>
        <Button type="submit" pending={pending}>
          Compute this map
        </Button>
      </div>
      {failure && !failure.fields ? <ErrorNotice message={failure.message} /> : null}
      {jobId ? (
        <JobProgress key={jobId} jobId={jobId} label="Compute the map" onFinished={() => router.refresh()} />
      ) : null}
    </form>
  );
}
