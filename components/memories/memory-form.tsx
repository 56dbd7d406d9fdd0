"use client";
import Link from "next/link";
import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { Field } from "#components/ui/field.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { Select } from "#components/ui/select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import type { CaseRef } from "#lib/attribution/cases/schema.ts";
import { memoryOutcomes } from "#lib/memories/search-params.ts";
import type { EditableMemory } from "#lib/memories/verbs/update-memory.ts";
import { ConflictView } from "./conflict-view.tsx";
import { plainFields, readField, withField } from "./form-values.ts";
import { StepsField, type StepValue } from "./steps-field.tsx";
import { useMemoryForm } from "./use-memory-form.ts";

const outcomeOptions = memoryOutcomes.map((value) => ({ value, label: value }));

type MemoryFormProps = {
  memory: EditableMemory;
  /** The case whose evidence goes with the revision. */
  onCase: CaseRef | null;
};

/** Edits what a memory says, in the fields of its type. Cmd/Ctrl+S saves, also while typing. */
export function MemoryForm({ memory, onCase }: MemoryFormProps) {
  const form = useMemoryForm(memory, onCase);
  const { values, setValues, failure } = form;
  const newest = failure?.newest;
  const errors = failure?.fields;
  const formRef = useRef<HTMLFormElement>(null);
  useSaveKey(form.save);
  useFocusOnFailure(formRef, failure);
  useLeaveWarning(form.dirty && !form.pending);

  return (
    <form
      ref={formRef}
      className="grid min-w-0 grid-cols-1 items-start gap-x-5 gap-y-3 lg:grid-cols-[minmax(0,1fr)_22rem]"
      onSubmit={(event) => {
        event.preventDefault();
        form.save();
      }}
    >
      <div data-failure tabIndex={-1} className="scroll-mt-16 outline-none empty:hidden lg:col-span-2">
        {failure && newest ? (
          <ConflictView
            message={failure.message}
            newest={newest}
            mine={values}
            onKeepMine={() => form.resolve(newest, "mine")}
            onTakeNewest={() => form.resolve(newest, "newest")}
          />
        ) : failure ? (
          <ErrorNotice
            title="Not saved"
            message={errors ? "Fix the highlighted fields, then save again." : failure.message}
          />
        ) : null}
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        {plainFields[memory.type].map(({ name, label, rows, description }) => (
          <Field
            key={name}
            label={label}
            description={description}
            errors={errors?.[`content.${name}`]}
            required
          >
            <Textarea
              rows={rows}
              value={readField(values.content, name)}
              onChange={(event) =>
                setValues({ ...values, content: withField(values.content, name, event.target.value) })
              }
            />
          </Field>
        ))}
        {"steps" in values.content ? (
          <StepsField
            steps={values.content.steps}
            errors={errors}
            onChange={(steps: StepValue[]) =>
              setValues({ ...values, content: withField(values.content, "steps", steps) })
            }
          />
        ) : null}
      </div>
      <div className="flex min-w-0 flex-col gap-3 lg:sticky lg:top-14">
        <Field label="Task outcome" errors={errors?.["outcome"]} className="max-w-48">
          <Select
            value={values.outcome}
            options={outcomeOptions}
            onChange={(event) => {
              const outcome = memoryOutcomes.find((each) => each === event.target.value);
              if (outcome) setValues({ ...values, outcome });
            }}
          />
        </Field>
        <Field label="Task statement" errors={errors?.["task"]} required>
          <Textarea
            rows={5}
            value={values.task}
            onChange={(event) => setValues({ ...values, task: event.target.value })}
          />
        </Field>
        <Field
          label="Reason"
          description="Why you are changing it. Saved with the revision."
          errors={errors?.["reason"]}
          required
        >
          <Textarea rows={2} value={form.reason} onChange={(event) => form.setReason(event.target.value)} />
        </Field>
        <div className="sticky bottom-0 -mx-1 flex flex-wrap items-center gap-2 border-t border-line bg-background px-1 py-3">
          <Button type="submit" variant="primary" pending={form.pending}>
            Save
          </Button>
          <Button asChild>
            <Link href={form.page}>Cancel</Link>
          </Button>
          <span className="text-xs text-muted max-sm:hidden">
            <Kbd>Ctrl S</Kbd> saves
          </span>
        </div>
      </div>
    </form>
  );
}

/** Saving happens at the foot of the form: what went wrong may stand far above. */
function useFocusOnFailure(form: RefObject<HTMLFormElement | null>, failure: unknown): void {
  useEffect(() => {
    if (!failure) return;
    const invalid = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    (invalid ?? form.current?.querySelector<HTMLElement>("[data-failure]"))?.focus();
  }, [form, failure]);
}

function useSaveKey(save: () => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== "s" || !(event.metaKey || event.ctrlKey) || event.altKey) return;
    event.preventDefault();
    save();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}

/** The browser asks before a tab with unsaved words is closed. */
function useLeaveWarning(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    const listener = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", listener);
    return () => window.removeEventListener("beforeunload", listener);
  }, [dirty]);
}
