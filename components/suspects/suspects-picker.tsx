"use client";
import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { runOptions } from "#components/runs/run-options.ts";
import { LabeledCheckbox } from "#components/ui/checkbox.tsx";
import { ToolbarSelect } from "#components/ui/toolbar-select.tsx";
import { caseStates } from "#lib/attribution/attribution-case.ts";
import { suspectParams } from "#lib/attribution/cases/search-params.ts";

type Run = { id: string; name: string; arm: "zero_shot" | "memory" };
type Props = {
  runs: readonly Run[];
  /** The pair that is shown, chosen or not; "" = none. */
  base: string;
  candidate: string;
};

/** Which two runs, and which of their cases. Everything lives in the URL. */
export function SuspectsPicker({ runs, ...shown }: Props) {
  const [pending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(suspectParams, { shallow: false, startTransition });
  // What was chosen last counts, though the page that shows it is still being made.
  const base = params.base ?? shown.base;
  const candidate = params.cand ?? shown.candidate;
  const options = runOptions(runs, { open: !(base && candidate) });
  return (
    <form
      className="flex flex-wrap items-center gap-2 text-xs"
      aria-busy={pending}
      onSubmit={(event) => event.preventDefault()}
    >
      <ToolbarSelect
        label="Baseline"
        wide
        value={base}
        options={options}
        onChange={(value) => setParams({ base: value || null, cand: candidate || null, page: null })}
      />
      <ToolbarSelect
        label="Candidate"
        wide
        value={candidate}
        options={options}
        onChange={(value) => setParams({ cand: value || null, base: base || null, page: null })}
      />
      <ToolbarSelect
        label="State"
        quiet
        value={params.state ?? ""}
        options={[
          { value: "", label: "any state" },
          ...caseStates.map((state) => ({ value: state, label: state === "few" ? "too few tasks" : state })),
        ]}
        onChange={(value) =>
          setParams({ state: caseStates.find((state) => state === value) ?? null, page: null })
        }
      />
      <LabeledCheckbox
        label="To judge"
        title="Only what points to harm and nobody has judged"
        checked={params.open}
        onChange={(event) => setParams({ open: event.target.checked || null, page: null })}
      />
    </form>
  );
}
