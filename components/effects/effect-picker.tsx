"use client";
import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { runOptions } from "#components/runs/run-options.ts";
import { ToolbarSelect } from "#components/ui/toolbar-select.tsx";
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
  const options = runOptions(runs, { open: !(base && candidate) });
  const least = [...new Set([1, 2, 3, 5, 10, 20, params.tasks])].sort((a, b) => a - b);
  return (
    <form
      className="flex items-center gap-2"
      aria-busy={pending}
      onSubmit={(event) => event.preventDefault()}
    >
      <ToolbarSelect
        label="Baseline"
        wide
        value={base}
        options={options}
        onChange={(value) => setParams({ base: value || null, page: null })}
      />
      <ToolbarSelect
        label="Candidate"
        wide
        value={candidate}
        options={options}
        onChange={(value) => setParams({ cand: value || null, page: null })}
      />
      <ToolbarSelect
        label="Abstraction"
        quiet
        value={params.x}
        options={abstractionMeasures.map((measure) => ({ value: measure, label: abstractionNames[measure] }))}
        onChange={(value) =>
          setParams({ x: abstractionMeasures.find((measure) => measure === value) ?? null })
        }
      />
      <ToolbarSelect
        label="Type"
        quiet
        value={params.type ?? ""}
        options={[
          { value: "", label: "any type" },
          ...memoryTypes.map((type) => ({ value: type, label: type })),
        ]}
        onChange={(value) =>
          setParams({ type: memoryTypes.find((type) => type === value) ?? null, page: null })
        }
      />
      <ToolbarSelect
        label="Paired tasks, at least"
        quiet
        value={String(params.tasks)}
        options={least.map((count) => ({ value: String(count), label: `≥ ${count} tasks` }))}
        onChange={(value) => setParams({ tasks: Number(value), page: null })}
      />
    </form>
  );
}
