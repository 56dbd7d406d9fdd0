"use client";
import { Select } from "#components/ui/select.tsx";

type BenchmarkSelectProps = {
  benchmarks: readonly string[];
  /** null = all. */
  value: string | null;
  onChange: (benchmark: string | null) => void;
};

/** One benchmark of a list of tasks, or all. */
export function BenchmarkSelect({ benchmarks, value, onChange }: BenchmarkSelectProps) {
  return (
    <span className="w-48">
      <Select
        aria-label="Benchmark"
        value={value ?? ""}
        options={[
          { value: "", label: "All benchmarks" },
          ...benchmarks.map((name) => ({ value: name, label: name })),
        ]}
        onChange={(event) => onChange(event.target.value || null)}
      />
    </span>
  );
}
