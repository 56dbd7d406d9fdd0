"use client";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";

export type ImportChoices = { arm: "auto" | "zero_shot" | "memory"; run: string; benchmark: string };

const arms = [
  { value: "auto", label: "As in the files" },
  { value: "zero_shot", label: "Zero-shot" },
  { value: "memory", label: "With memory" },
];

type ImportOptionFieldsProps = { choices: ImportChoices; onChange: (choices: ImportChoices) => void };

/** What files can't tell; all three may stay as they are. */
export function ImportOptionFields({ choices, onChange }: ImportOptionFieldsProps) {
  return (
    <fieldset className="grid gap-3 sm:grid-cols-3">
      <legend className="sr-only">Options</legend>
      <Field label="Arm" description="A run whose logs show retrieved memories counts as one with memory.">
        <Select
          options={arms}
          value={choices.arm}
          onChange={(event) => onChange({ ...choices, arm: event.target.value as ImportChoices["arm"] })}
        />
      </Field>
      <Field label="Run name" description="Puts all trials into one run. Empty: grouped by folder.">
        <Input
          value={choices.run}
          maxLength={200}
          onChange={(event) => onChange({ ...choices, run: event.target.value })}
        />
      </Field>
      <Field label="Benchmark" description="Overrides the one in the files. Empty: as in the files.">
        <Input
          value={choices.benchmark}
          maxLength={200}
          onChange={(event) => onChange({ ...choices, benchmark: event.target.value })}
        />
      </Field>
    </fieldset>
  );
}
