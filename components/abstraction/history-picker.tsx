"use client";
import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { abstractionSearchParams, historySteps } from "#lib/abstraction/search-params.ts";

const names = { change: "every change of the pool", day: "the last of each day", release: "each release" };

/** Which measurements are compared. It lives in the URL. Without releases there is none to choose, whatever the address says. */
export function HistoryPicker({ hasReleases }: { hasReleases: boolean }) {
  const [pending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(abstractionSearchParams, { shallow: false, startTransition });
  const steps = historySteps.filter((step) => hasReleases || step !== "release");
  const chosen = steps.find((step) => step === params.history) ?? "change";
  return (
    <div className="px-4 pb-2 text-xs" aria-busy={pending}>
      <Field label="Compare" className="w-60">
        <Select
          value={chosen}
          options={steps.map((step) => ({ value: step, label: names[step] }))}
          onChange={(event) =>
            setParams({ history: historySteps.find((step) => step === event.target.value) ?? null })
          }
        />
      </Field>
    </div>
  );
}
