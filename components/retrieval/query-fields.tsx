"use client";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { callServer } from "#components/ui/call-server.ts";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { writeQueryTextsAction } from "#lib/retrieval/actions.ts";
import type { RetrievalParams } from "#lib/retrieval/search-params.ts";

type QueryFieldsProps = {
  params: RetrievalParams;
  hasChat: boolean;
  /** What the form asks about now; null = nothing yet. */
  about: () => { query: string } | { taskId: string } | null;
};

/** Plan and goal: what memories of some types are compared with in place of the task's text. */
export function QueryFields({ params, hasChat, about }: QueryFieldsProps) {
  const [plan, setPlan] = useState(params.plan);
  const [goal, setGoal] = useState(params.goal);
  const [message, setMessage] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();

  function write() {
    const asked = about();
    setMessage(asked ? null : "Choose a task or write what the agent is to do first.");
    if (!asked) return;
    startTransition(async () => {
      const written = await callServer(() => writeQueryTextsAction(asked));
      if (written.ok) {
        setPlan(written.value.plan);
        setGoal(written.value.goal);
      } else setMessage(written.error.message);
    });
  }

  return (
    <details className="rounded-md border border-line" open={Boolean(params.plan || params.goal)}>
      <summary className="px-3 py-2 text-sm font-medium">Plan and goal</summary>
      <div className="flex flex-col gap-3 px-3 pb-3">
        <p className="text-xs text-muted">
          The published agent looks for trajectories with the task's text, for workflows and insights with its
          plan, for summaries with its goal. Left empty, the task's text is used for all.
        </p>
        <Field label="Plan" description="For workflows and insights.">
          <Textarea
            name="plan"
            rows={3}
            maxLength={32_000}
            value={plan}
            onChange={(event) => setPlan(event.target.value)}
          />
        </Field>
        <Field label="Goal" description="For summaries.">
          <Textarea
            name="goal"
            rows={2}
            maxLength={32_000}
            value={goal}
            onChange={(event) => setGoal(event.target.value)}
          />
        </Field>
        {message ? <ErrorNotice message={message} /> : null}
        {hasChat ? (
          <Button size="small" pending={pending} onClick={write}>
            Write both with the chat model
          </Button>
        ) : null}
      </div>
    </details>
  );
}
