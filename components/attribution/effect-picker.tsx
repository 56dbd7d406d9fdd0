"use client";
import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { abstractionMeasures } from "#lib/attribution/abstraction-effects.ts";
import { effectParams } from "#lib/attribution/effect-search-params.ts";
import { memoryTypes } from "#lib/memories/content.ts";
import { abstractionNames } from "./effect-names.ts";

type Run = { id: string; name: string; arm: "zero_shot" | "memory" };

type EffectPickerProps = {
  runs: readonly Run[];
  /** The pair that is shown, chosen or not; "" = none. */
  base: string;
  candidate: string;
};

/** Which two runs, which memories, and what stands for abstraction. Everything lives in the URL. */
export function EffectPicker({ runs, base, candidate }: EffectPickerProps) {
  const [pending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(effectParams, { shallow: false, startTransition });
  const options = [
    ...(base && candidate ? [] : [{ value: "", label: "Choose a run" }]),
    ...runs.map((run) => ({
      value: run.id,
      label: `${run.name} (${run.arm === "memory" ? "memory" : "zero-shot"})`,
    })),
  ];
  const least = [...new Set([1, 2, 3, 5, 10, 20, params.tasks])].sort((a, b) => a - b);
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      aria-busy={pending}
      onSubmit={(event) => event.preventDefault()}
    >
      <Field label="Baseline" className="w-64 max-w-full">
        <Select
          value={base}
          options={options}
          onChange={(event) => setParams({ base: event.target.value || null, page: null })}
        />
      </Field>
      <Field label="Candidate" className="w-64 max-w-full">
        <Select
          value={candidate}
          options={options}
          onChange={(event) => setParams({ cand: event.target.value || null, page: null })}
        />
      </Field>
      <Field label="Abstraction" className="w-40">
        <Select
          value={params.x}
          options={abstractionMeasures.map((measure) => ({
            value: measure,
            label: abstractionNames[measure],
          }))}
          onChange={(event) =>
            setParams({ x: abstractionMeasures.find((measure) => measure === event.target.value) ?? null })
          }
        />
      </Field>
      <Field label="Type" className="w-36">
        <Select
          value={params.type ?? ""}
          options={[
            { value: "", label: "any" },
            ...memoryTypes.map((type) => ({ value: type, label: type })),
          ]}
          onChange={(event) =>
            setParams({ type: memoryTypes.find((type) => type === event.target.value) ?? null, page: null })
          }
        />
      </Field>
      <Field label="Paired tasks, at least" className="w-40">
        <Select
          value={String(params.tasks)}
          options={least.map((count) => ({ value: String(count), label: String(count) }))}
          onChange={(event) => setParams({ tasks: Number(event.target.value), page: null })}
        />
      </Field>
    </form>
  );
}
