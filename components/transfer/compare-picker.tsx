"use client";
import { ArrowLeftRight } from "lucide-react";
import { useQueryStates } from "nuqs";
import { useId, useTransition } from "react";
import { runOptions } from "#components/runs/run-options.ts";
import { LabeledCheckbox } from "#components/ui/checkbox.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Select, type SelectOption } from "#components/ui/select.tsx";
import { compareParams, offeredKs } from "#lib/transfer/search-params.ts";

type Run = { id: string; name: string; arm: "zero_shot" | "memory"; attempts: number };

/** Which two runs are compared and how. Everything lives in the URL. `k`: the one in use. */
export function ComparePicker({ runs, k }: { runs: readonly Run[]; k: number }) {
  const [pending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(compareParams, { shallow: false, startTransition });
  const options = runOptions(runs, { open: true });
  // Filters of the old pair say nothing about a new one.
  const fresh = { outcome: null, evidence: null, benchmark: null, memory: null, page: null } as const;
  const chosen = runs.filter((run) => run.id === params.base || run.id === params.cand);
  const ks = offeredKs(Math.min(...chosen.map((run) => run.attempts)), k);
  return (
    <form
      className="flex flex-wrap items-center gap-2"
      aria-busy={pending}
      onSubmit={(event) => event.preventDefault()}
    >
      <RunSelect
        label="Baseline"
        value={params.base ?? ""}
        options={options}
        onChoose={(base) => setParams({ base, ...fresh })}
      />
      <IconButton
        label="Swap baseline and candidate"
        onClick={() => setParams({ base: params.cand, cand: params.base, ...fresh })}
      >
        <ArrowLeftRight aria-hidden />
      </IconButton>
      <RunSelect
        label="Candidate"
        value={params.cand ?? ""}
        options={options}
        onChoose={(cand) => setParams({ cand, ...fresh })}
      />
      <Select
        aria-label="Solved within"
        className="w-40"
        value={String(k)}
        options={ks.map((k) => ({
          value: String(k),
          label: k === 1 ? "first attempt" : `first ${k} attempts`,
        }))}
        onChange={(event) => setParams({ k: Number(event.target.value), page: null })}
      />
      <LabeledCheckbox
        label="Skip errored"
        title="Leave errored attempts out instead of counting them as not passed"
        checked={params.errored}
        onChange={(event) => setParams({ errored: event.target.checked || null, page: null })}
      />
    </form>
  );
}

type RunSelectProps = {
  label: string;
  value: string;
  options: readonly SelectOption[];
  onChoose: (id: string | null) => void;
};

/** Label and list in one line; a name that is cut is told by its tooltip. */
function RunSelect({ label, value, options, onChoose }: RunSelectProps) {
  const id = useId();
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <label htmlFor={id} className="text-xs text-muted">
        {label}
      </label>
      <Select
        id={id}
        className="w-52"
        title={options.find((option) => option.value === value)?.label}
        value={value}
        options={options}
        onChange={(event) => onChoose(event.target.value || null)}
      />
    </span>
  );
}
