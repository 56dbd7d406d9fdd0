"use client";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { formatMoment } from "#components/memories/format-day.ts";
import { Button } from "#components/ui/button.tsx";
import { callServer } from "#components/ui/call-server.ts";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { judgeCaseAction, undoVerdictAction } from "#lib/attribution/cases/actions.ts";
import {
  type CaseJudgment,
  type CaseRef,
  type CaseVerdictName,
  caseVerdicts,
} from "#lib/attribution/cases/schema.ts";

type Props = { of: CaseRef; judgment: CaseJudgment | null };

const hints: Record<CaseVerdictName, string> = {
  harmful: "This memory misled the agent",
  bystander: "It was shown, but something else lost the tasks",
  unclear: "The trials do not tell",
};

/** What a person says of a case: one click saves the verdict with the note; it can be changed and undone. */
export function CaseVerdictForm({ of, judgment }: Props) {
  const [pending, startTransition] = useTransition();
  const [note, setNote] = useState(judgment?.note ?? "");
  const [failure, setFailure] = useState<string | null>(null);

  function undo(auditId: string) {
    startTransition(async () => {
      const result = await callServer(() => undoVerdictAction({ auditId }));
      if (result.ok) toast("Undone: the verdict is what it was before.");
      else toast.error(result.error.message);
    });
  }

  function judge(verdict: CaseVerdictName | null) {
    startTransition(async () => {
      const result = await callServer(() => judgeCaseAction({ ...of, verdict, note }));
      if (!result.ok) {
        setFailure(result.error.fields?.["note"]?.[0] ?? result.error.message);
        return;
      }
      setFailure(null);
      const { auditId } = result.value;
      toast(verdict ? `Verdict: ${verdict}.` : "Verdict withdrawn.", {
        duration: 10_000,
        action: { label: "Undo", onClick: () => undo(auditId) },
      });
    });
  }

  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5" aria-busy={pending}>
      <legend className="float-left mb-1 text-xs text-muted">
        {judgment
          ? `${judgment.verdict}: ${judgment.actor}, ${formatMoment(judgment.updatedAt)}`
          : "Verdict: none yet"}
      </legend>
      {failure ? <ErrorNotice message={failure} /> : null}
      <Textarea
        aria-label="Note"
        placeholder="Note: what the trials show"
        rows={2}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="flex flex-wrap gap-1.5">
        {caseVerdicts.map((verdict) => (
          <Button
            key={verdict}
            size="small"
            title={hints[verdict]}
            disabled={pending}
            aria-pressed={judgment?.verdict === verdict}
            variant={judgment?.verdict === verdict ? "primary" : "secondary"}
            onClick={() => judge(verdict)}
          >
            {verdict}
          </Button>
        ))}
        {judgment ? (
          <Button size="small" variant="ghost" disabled={pending} onClick={() => judge(null)}>
            Withdraw
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}
