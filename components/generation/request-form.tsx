"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { callServer } from "#components/ui/call-server.ts";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { Field } from "#components/ui/field.tsx";
import { SearchCombobox, type SearchOption } from "#components/ui/search-combobox.tsx";
import { Select } from "#components/ui/select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { requestGenerationAction } from "#lib/generation/actions.ts";
import type { SourceChoice } from "#lib/generation/schema.ts";
import { sourceOfOption, sourceOption } from "#lib/generation/source-option.ts";
import type { TypedContent } from "#lib/memories/content.ts";
import type { Failure } from "#lib/shared/result.ts";
import { polarityOptions, readRequestForm, typeOptions } from "./read-request-form.ts";

type RequestFormProps = {
  preselection: {
    memory: { id: string; title: string; type: TypedContent["type"] } | null;
    source: SourceChoice | null;
    problem: string | null;
  } | null;
  type: TypedContent["type"] | null;
  /** The chat model; null = none is set up, and only trajectory memories can be made. */
  model: string | null;
};

/** Asks for a draft and leads to it. */
export function RequestForm({ preselection, type, model }: RequestFormProps) {
  const router = useRouter();
  const [source, setSource] = useState(() => initialSource(preselection));
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, startTransition] = useTransition();
  const errors = failure?.fields ?? {};

  function request(form: FormData) {
    const input = readRequestForm(form);
    startTransition(async () => {
      const result = await callServer(() =>
        requestGenerationAction({ ...input, ...(source ? sourceOfOption(source.value) : {}) }),
      );
      if (result.ok) router.push(`/regenerate/${result.value.id}`);
      else setFailure(result.error);
    });
  }

  return (
    // An action would empty the fields after a refusal: what was typed stays.
    <form
      aria-label="New draft"
      className="flex max-w-3xl flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        request(new FormData(event.currentTarget));
      }}
    >
      {preselection?.problem ? <ErrorNotice title="No source" message={preselection.problem} /> : null}
      {preselection?.memory ? (
        <p>
          Regenerates{" "}
          <Link
            href={`/memories/${preselection.memory.id}`}
            className="text-accent underline underline-offset-2 wrap-anywhere"
          >
            {preselection.memory.title}
          </Link>{" "}
          from its source.
        </p>
      ) : null}
      <SearchCombobox
        label="Source"
        description="A trial with its steps, or a trajectory memory."
        placeholder="Search benchmark, task or run"
        endpoint="/regenerate/sources"
        selected={source}
        onSelect={setSource}
        errors={errors["source"]}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Type" errors={errors["type"]}>
          <Select
            name="type"
            defaultValue={type ?? preselection?.memory?.type ?? (model ? "insight" : "trajectory")}
            options={typeOptions(model !== null)}
          />
        </Field>
        <Field
          label="Read the attempt as"
          description="Passed and failed attempts get different prompts."
          errors={errors["polarity"]}
        >
          <Select name="polarity" options={polarityOptions} />
        </Field>
      </div>
      <Field label="Note to the model" description="Optional: what to watch for." errors={errors["note"]}>
        <Textarea name="note" rows={2} maxLength={2000} />
      </Field>
      {failure && !failure.fields ? <ErrorNotice message={failure.message} /> : null}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" pending={pending}>
          {pending ? "Starting…" : "Make a draft"}
        </Button>
        {model ? <span className="text-xs text-muted">Written by {model}.</span> : null}
      </div>
    </form>
  );
}

function initialSource(preselection: RequestFormProps["preselection"]): SearchOption | null {
  if (!preselection?.source) return null;
  const option = sourceOption(preselection.source);
  // Naming the memory itself makes the draft one against it.
  return preselection.memory ? { ...option, value: `memory:${preselection.memory.id}` } : option;
}
