"use client";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "#components/ui/button.tsx";
import { callServer } from "#components/ui/call-server.ts";
import { Card } from "#components/ui/card.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { acceptGenerationAction, rejectGenerationAction } from "#lib/generation/actions.ts";
import type { Failure, Result } from "#lib/shared/result.ts";

type DraftDecisionProps = {
  id: string;
  /** The memory on screen beside the draft, as it was read; null = the draft is a new memory. */
  replaces: { memoryId: string; version: number } | null;
};

/** Accept (over the present memory, or beside it) or reject with a reason. */
export function DraftDecision({ id, replaces }: DraftDecisionProps) {
  const [reason, setReason] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, startTransition] = useTransition();

  function decide(done: string, action: () => Promise<Result<unknown>>) {
    startTransition(async () => {
      const result = await action();
      if (result.ok) toast(done);
      else setFailure(result.error);
    });
  }

  const accept = (asNew: boolean) =>
    decide("Accepted: it is in the pool and being embedded.", () =>
      callServer(() =>
        acceptGenerationAction({
          id,
          asNew,
          ...(replaces ? { expectedVersion: replaces.version } : {}),
          ...(reason.trim() ? { reason } : {}),
        }),
      ),
    );
  return (
    <Card title="Decide">
      <Field
        label="Reason"
        description="Saved with the revision. Required to reject."
        errors={failure?.fields?.["reason"]}
      >
        <Textarea rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      {failure && !failure.fields?.["reason"] ? <ErrorNotice message={failure.message} /> : null}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" pending={pending} onClick={() => accept(false)}>
          {replaces ? "Accept and replace" : "Accept"}
        </Button>
        {replaces ? (
          <Button pending={pending} onClick={() => accept(true)}>
            Accept as a new memory
          </Button>
        ) : null}
        <Button
          variant="danger"
          pending={pending}
          onClick={() =>
            decide("Rejected. The pool is unchanged.", () =>
              callServer(() => rejectGenerationAction({ id, reason })),
            )
          }
        >
          Reject
        </Button>
      </div>
    </Card>
  );
}
