"use client";
import Form from "next/form";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import type { ComparisonPlan } from "#lib/metrics/plan-comparison.ts";
import type { PlanParams } from "#lib/transfer/plan-search-params.ts";

type Props = {
  params: PlanParams;
  /** In use: shown where nothing was typed. */
  plan: ComparisonPlan;
  runs: readonly { id: string; name: string }[];
};

/** What is planned. A field left empty is taken from the run. */
export function PlanForm({ params, plan, runs }: Props) {
  const options = [
    { value: "", label: "No run" },
    ...runs.map((run) => ({ value: run.id, label: run.name })),
  ];
  return (
    <Form action="/planner" aria-label="Plan" className="flex flex-wrap items-end gap-3">
      <Field label="As in the run" className="w-56">
        <Select name="run" defaultValue={params.run ?? ""} options={options} />
      </Field>
      <NumberField name="tasks" label="Tasks" value={params.tasks} used={plan.tasks} />
      <NumberField name="attempts" label="Attempts" value={params.attempts} used={plan.attempts} />
      <NumberField name="rate" label="Pass rate, %" value={params.rate} used={plan.passRate * 100} />
      <NumberField name="spread" label="Spread, points" value={params.spread} used={plan.spread * 100} />
      <NumberField name="effect" label="Effect, points" value={params.effect} used={-5} />
      <Field label="Effect at" className="w-44">
        <Select
          name="shape"
          defaultValue={params.shape}
          options={[
            { value: "few", label: "few tasks, wholly" },
            { value: "alike", label: "all tasks alike" },
          ]}
        />
      </Field>
      <NumberField name="alpha" label="Level, %" value={params.alpha} used={5} />
      <NumberField name="power" label="Power, %" value={params.power} used={80} />
      <Button type="submit" variant="primary">
        Plan
      </Button>
    </Form>
  );
}

type NumberFieldProps = { name: string; label: string; value: number | null; used: number };

function NumberField({ name, label, value, used }: NumberFieldProps) {
  return (
    <Field label={label} className="w-28">
      <Input
        name={name}
        type="number"
        step="any"
        defaultValue={value ?? ""}
        placeholder={String(Math.round(used * 10) / 10)}
      />
    </Field>
  );
}
