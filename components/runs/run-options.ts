import type { SelectOption } from "#components/ui/select.tsx";

type Run = { id: string; name: string; arm: "zero_shot" | "memory" };

/** The runs to choose from, each with its arm; `open`: nothing need be chosen yet. */
export function runOptions(runs: readonly Run[], { open }: { open: boolean }): SelectOption[] {
  return [
    ...(open ? [{ value: "", label: "Choose a run" }] : []),
    ...runs.map(({ id, name, arm }) => ({
      value: id,
      label: `${name} (${arm === "memory" ? "memory" : "zero-shot"})`,
    })),
  ];
}
