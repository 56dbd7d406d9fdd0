"use client";
import { ArrowLeftRight } from "lucide-react";
import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { LabelledCheckbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { compareParams, offeredKs } from "#lib/transfer/search-params.ts";

type Run = { id: string; name: string; arm: "zero_shot" | "memory"; attempts: number };

/** Which two runs are compared and how. Everything lives in the URL. `k`: the one in use. */
export function ComparePicker({ runs, k }: { runs: readonly Run[]; k: number }) {
  const [pending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(compareParams, { shallow: false, startTransition });
  const options = [
    { value: "", label: "Choose a run" },
    ...runs.map((run) => ({
      value: run.id,
      label: `${run.name} (${run.arm === "memory" ? "memory" : "zero-shot"})`,
    })),
  ];
  // Filters of the old pair say nothing about a new one.
  const fresh = { outcome: null, evidence: null, benchmark: null, memory: null, page: null } as const;
  const chosen = runs.filter((run) => run.id === params.base || run.id === params.cand);
  const ks = offeredKs(Math.min(...chosen.map((run) => run.attempts)), k);
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      aria-busy={pending}
      onSubmit={(event) => event.preventDefault()}
    >
      <Field label="Baseline" className="w-64 max-w-full">
        <Select
          value={params.base ?? ""}
          options={options}
          onChange={(event) => setParams({ base: event.target.value || null, ...fresh })}
        />
      </Field>
      <Button
        aria-label="Swap baseline and candidate"
        title="Swap baseline and candidate"
        onClick={() => setParams({ base: params.cand, cand: params.base, ...fresh })}
      >
        <ArrowLeftRight aria-hidden />
      </Button>
      <Field label="Candidate" className="w-64 max-w-full">
        <Select
          value={params.cand ?? ""}
          options={options}
          onChange={(event) => setParams({ cand: event.target.value || null, ...fresh })}
        />
      </Field>
      <Field label="Solved within" className="w-44">
        <Select
          value={String(k)}
          options={ks.map((k) => ({
            value: String(k),
            label: k === 1 ? "first attempt" : `first ${k} attempts`,
          }))}
          onChange={(event) => setParams({ k: Number(event.target.value), page: null })}
        />
      </Field>
      <LabelledCheckbox
        label="Leave errored attempts out"
        checked={params.errored}
        onChange={(event) => setParams({ errored: event.target.checked || null, page: null })}
      />
    </form>
  );
}
