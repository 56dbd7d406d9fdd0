"use client";
import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Textarea } from "#components/ui/textarea.tsx";

export type StepValue = string | { action: string; observation: string };

type StepsFieldProps = {
  steps: readonly StepValue[];
  onChange: (steps: StepValue[]) => void;
  /** Sentences by path, as in "content.steps.0". */
  errors: Record<string, string[]> | undefined;
};

/** An ordered list of steps: write, move, take away, add. */
export function StepsField({ steps, onChange, errors }: StepsFieldProps) {
  const put = (index: number, step: StepValue) => onChange(steps.map((old, i) => (i === index ? step : old)));
  function move(index: number, by: number) {
    const next = [...steps];
    const [step] = next.splice(index, 1);
    if (step !== undefined) next.splice(index + by, 0, step);
    onChange(next);
  }
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">Steps</legend>
      {errors?.["content.steps"]?.map((error) => (
        <p key={error} role="alert" className="text-xs text-bad">
          {error}
        </p>
      ))}
      <ol className="flex min-w-0 flex-col gap-2">
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no identity but their place.
          <li key={index} className="flex min-w-0 gap-2">
            <div className="min-w-0 flex-1">
              <StepInputs step={step} index={index} errors={errors} onChange={(next) => put(index, next)} />
            </div>
            <div className="flex pt-6">
              <IconButton
                label={`Move step ${index + 1} up`}
                size="small"
                disabled={index === 0}
                onClick={() => move(index, -1)}
              >
                <ArrowUp aria-hidden />
              </IconButton>
              <IconButton
                label={`Move step ${index + 1} down`}
                size="small"
                disabled={index === steps.length - 1}
                onClick={() => move(index, 1)}
              >
                <ArrowDown aria-hidden />
              </IconButton>
              <IconButton
                label={`Remove step ${index + 1}`}
                size="small"
                onClick={() => onChange(steps.filter((_, i) => i !== index))}
              >
                <Trash2 aria-hidden />
              </IconButton>
            </div>
          </li>
        ))}
      </ol>
      <Button
        className="self-start"
        onClick={() =>
          onChange([...steps, typeof steps[0] === "object" ? { action: "", observation: "" } : ""])
        }
      >
        <Plus aria-hidden />
        Add a step
      </Button>
    </fieldset>
  );
}

type StepInputsProps = Omit<StepsFieldProps, "steps" | "onChange"> & {
  step: StepValue;
  index: number;
  onChange: (step: StepValue) => void;
};

function StepInputs({ step, index, errors, onChange }: StepInputsProps) {
  const path = `content.steps.${index}`;
  if (typeof step === "string") {
    return (
      <Field label={`Step ${index + 1}`} errors={errors?.[path]}>
        <Textarea
          className="font-mono text-xs"
          rows={linesOf(step, 2)}
          value={step}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
    );
  }
  return (
    <div className="flex flex-col gap-2">
      {(["action", "observation"] as const).map((part) => (
        <Field key={part} label={`Step ${index + 1}: ${part}`} errors={errors?.[`${path}.${part}`]}>
          <Textarea
            className="font-mono text-xs"
            rows={linesOf(step[part], 6)}
            value={step[part]}
            onChange={(event) => onChange({ ...step, [part]: event.target.value })}
          />
        </Field>
      ))}
    </div>
  );
}

function linesOf(text: string, most: number): number {
  return Math.min(most, Math.max(1, text.split("\n").length));
}
