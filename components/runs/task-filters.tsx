"use client";
import { useQueryStates } from "nuqs";
import type { TransitionStartFunction } from "react";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { OUTCOMES } from "#lib/runs/schema.ts";
import { runTasksParams } from "#lib/runs/search-params.ts";
import { BenchmarkSelect } from "./benchmark-select.tsx";

const outcomeOptions = [
  { value: "", label: "Any outcome" },
  ...OUTCOMES.map((outcome) => ({ value: outcome, label: `With ${outcome}` })),
];

type TaskFiltersProps = {
  benchmarks: readonly string[];
  /** Tells the table that new rows are on their way. */
  startTransition: TransitionStartFunction;
};

/** Filters of a list of tasks or trials: name, benchmark, outcome. They live in the URL. */
export function TaskFilters({ benchmarks, startTransition }: TaskFiltersProps) {
  const [params, setParams] = useQueryStates(runTasksParams, { shallow: false, startTransition });
  return (
    <search className="flex flex-wrap gap-2">
      <Input
        type="search"
        aria-label="Search tasks by name"
        placeholder="Search tasks"
        className="w-56"
        value={params.q}
        onChange={(event) => setParams({ q: event.target.value || null, page: null })}
      />
      <BenchmarkSelect
        benchmarks={benchmarks}
        value={params.benchmark}
        onChange={(benchmark) => setParams({ benchmark, page: null })}
      />
      <span className="w-40">
        <Select
          aria-label="Outcome"
          value={params.outcome ?? ""}
          options={outcomeOptions}
          onChange={(event) =>
            setParams({ outcome: OUTCOMES.find((each) => each === event.target.value) ?? null, page: null })
          }
        />
      </span>
    </search>
  );
}
