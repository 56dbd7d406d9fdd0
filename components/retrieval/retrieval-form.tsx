"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ReactNode, useRef, useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { LabelledCheckbox } from "#components/ui/checkbox.tsx";
import { cn } from "#components/ui/class-names.ts";
import { Field } from "#components/ui/field.tsx";
import { SearchCombobox, type SearchOption } from "#components/ui/search-combobox.tsx";
import { Select } from "#components/ui/select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import type { RetrievalParams } from "#lib/retrieval/search-params.ts";
import { retrievalHref } from "#lib/retrieval/search-params.ts";
import { readRetrievalForm } from "./read-retrieval-form.ts";
import { kOptions, methodOptions, targetOptions, typeOptions } from "./retrieval-options.ts";

type RetrievalFormProps = {
  params: RetrievalParams;
  task: SearchOption | null;
  benchmarks: readonly string[];
  /** Whether a chat model is set up: rerank and rewrite need one. */
  hasChat: boolean;
  /** The results: dimmed while new ones are on their way. */
  children: ReactNode;
};

/** Asks for a preview. What is asked lives in the URL. */
export function RetrievalForm({ params, task, benchmarks, hasChat, children }: RetrievalFormProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [pending, startTransition] = useTransition();
  const [byTask, setByTask] = useState(Boolean(params.task) || !params.q);
  const [chosen, setChosen] = useState(task);
  const [missing, setMissing] = useState<string | null>(null);
  const shown = Boolean(params.task || params.q);

  function ask() {
    if (!form.current) return;
    const next = readRetrievalForm(new FormData(form.current), byTask ? (chosen?.value ?? null) : null);
    setMissing(next.task || next.q ? null : byTask ? "Choose a task." : "Write what the agent is to do.");
    if (next.task || next.q) startTransition(() => router.push(`/retrieval${retrievalHref(next)}`));
  }

  const askAgain = () => {
    if (shown) ask();
  };
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[20rem_minmax(0,1fr)]">
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
          <QueryKind label="Own words" checked={!byTask} onChoose={() => setByTask(false)} />
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
        <Field label="Target benchmark" description="Its own memories are left out, so that nothing leaks.">
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
        <LabelledCheckbox
          name="polarity"
          defaultChecked={params.polarity}
          label="Mark what failed attempts taught"
          onChange={askAgain}
        />
        <Button type="submit" variant="primary" pending={pending}>
          {pending ? "Looking…" : "Preview"}
        </Button>
      </form>
      <div aria-busy={pending} className={cn("flex min-w-0 flex-col gap-5", pending && "opacity-60")}>
        {children}
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
