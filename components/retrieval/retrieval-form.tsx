"use client";
import Link from "next/link";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { LabeledCheckbox } from "#components/ui/checkbox.tsx";
import { cn } from "#components/ui/class-names.ts";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { Field } from "#components/ui/field.tsx";
import { SearchCombobox, type SearchOption } from "#components/ui/search-combobox.tsx";
import { Select } from "#components/ui/select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import type { RetrievalParams } from "#lib/retrieval/search-params.ts";
import { QueryFields } from "./query-fields.tsx";
import { readRetrievalForm } from "./read-retrieval-form.ts";
import { kOptions, methodOptions, targetOptions, typeOptions } from "./retrieval-options.ts";
import { RetrievalResults } from "./retrieval-results.tsx";
import { type Answer, usePreview } from "./use-preview.ts";

export type RetrievalFormProps = {
  params: RetrievalParams;
  task: SearchOption | null;
  benchmarks: readonly string[];
  /** Whether a chat model is set up: rerank and rewrite need one. */
  hasChat: boolean;
  /** What came with the page; null = it did not ask. */
  initial: Answer | null;
  /** What stands in place of an answer. */
  children: ReactNode;
  onAsked: (params: RetrievalParams) => void;
};

/** Asks for a preview. What was asked stands in the address afterwards. */
export function RetrievalForm(props: RetrievalFormProps) {
  const { params, task, benchmarks, hasChat, initial, children, onAsked } = props;
  const form = useRef<HTMLFormElement>(null);
  const { shown, ask: preview, pending } = usePreview(initial, onAsked);
  const [byTask, setByTask] = useState(Boolean(params.task) || !params.q);
  const [chosen, setChosen] = useState(task);
  const [missing, setMissing] = useState<string | null>(null);

  const read = () =>
    form.current && readRetrievalForm(new FormData(form.current), byTask ? (chosen?.value ?? null) : null);

  function ask() {
    const next = read();
    if (!next) return;
    setMissing(next.task || next.q ? null : byTask ? "Choose a task." : "Write what the agent is to do.");
    if (next.task || next.q) preview(next);
  }

  /** A changed choice shows at once, but never asks a chat model by itself. */
  const askAgain = () => {
    if (shown && read()?.method === "embedding") ask();
  };

  function about() {
    const now = read();
    if (now?.task) return { taskId: now.task };
    return now?.q ? { query: now.q } : null;
  }
  return (
    <div className="grid items-start gap-3 lg:grid-cols-[18rem_minmax(0,1fr)]">
      <form
        ref={form}
        aria-label="Retrieval request"
        className="flex min-w-0 flex-col gap-3 rounded-lg border border-line bg-surface p-4"
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <fieldset className="flex gap-4">
          <legend className="mb-1 text-sm font-medium">Query</legend>
          <QueryKind label="A task" checked={byTask} onChoose={() => setByTask(true)} />
          <QueryKind label="Free text" checked={!byTask} onChoose={() => setByTask(false)} />
        </fieldset>
        {byTask ? (
          <SearchCombobox
            label="Task"
            placeholder="Search benchmark, name or statement"
            endpoint="/retrieval/tasks"
            selected={chosen}
            onSelect={setChosen}
            errors={missing ? [missing] : undefined}
          />
        ) : (
          <Field label="What the agent is to do" errors={missing ? [missing] : undefined}>
            <Textarea name="q" rows={5} defaultValue={params.q} maxLength={32_000} />
          </Field>
        )}
        <QueryFields params={params} hasChat={hasChat} about={about} />
        <Field label="Target benchmark" description="Its own memories are left out to prevent leakage.">
          <Select
            name="target"
            defaultValue={params.target ?? ""}
            options={targetOptions(benchmarks, byTask)}
            onChange={askAgain}
          />
        </Field>
        <div className="grid grid-cols-2 gap-3">
          <Field label="Type">
            <Select name="type" defaultValue={params.type} options={typeOptions} onChange={askAgain} />
          </Field>
          <Field label="k" description="How many">
            <Select name="k" defaultValue={String(params.k)} options={kOptions} onChange={askAgain} />
          </Field>
        </div>
        <Field label="Method" description={hasChat ? undefined : <ChatHint />}>
          <Select name="method" defaultValue={params.method} options={methodOptions} />
        </Field>
        <LabeledCheckbox
          name="polarity"
          defaultChecked={params.polarity}
          label="Mark lessons from failed attempts"
          onChange={askAgain}
        />
        <Button type="submit" variant="primary" pending={pending}>
          {pending ? "Searching…" : "Preview"}
        </Button>
      </form>
      <div aria-busy={pending} className={cn("flex min-w-0 flex-col gap-5", pending && "opacity-60")}>
        {!shown ? (
          children
        ) : shown.ok ? (
          <RetrievalResults preview={shown.value} showPolarity={shown.value.showPolarity} />
        ) : (
          <ErrorNotice title="No preview" message={shown.error.message} />
        )}
      </div>
    </div>
  );
}

function ChatHint() {
  return (
    <>
      Rerank and rewrite need a chat model: set OPENAI_API_KEY or OPENAI_BASE_URL, see{" "}
      <Link href="/settings" className="underline underline-offset-2">
        Settings
      </Link>
      .
    </>
  );
}

function QueryKind({ label, checked, onChoose }: { label: string; checked: boolean; onChoose: () => void }) {
  return (
    <label className="inline-flex min-h-6 items-center gap-1.5 text-sm">
      <input
        type="radio"
        name="kind"
        className="size-4 accent-accent"
        checked={checked}
        onChange={onChoose}
      />
      {label}
    </label>
  );
}
