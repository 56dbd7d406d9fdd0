"use client";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { Dialog, DialogClose, DialogContent } from "#components/ui/dialog.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import type { CaseRef } from "#lib/attribution/cases/schema.ts";
import type { Selection } from "#lib/memories/schema.ts";
import { lastDayOf } from "#lib/memories/validity-day.ts";
import type { Failure } from "#lib/shared/result.ts";
import { type CurationKind, curations } from "./curation.ts";
import { countMemoriesInWords, formatDay } from "./format-day.ts";
import type { ChangeDone } from "./use-undo.ts";

export type CurationRequest = {
  kind: CurationKind;
  selection: Selection;
  count: number;
  /** The window of a single memory, to start from; both ends can then be set. */
  validity?: { validFrom: string | null; validUntil: string | null };
  /** A case whose evidence goes with the revision, what it says, and what speaks against the change. */
  onCase?: { ref: CaseRef; warning: string | null; says: string };
};

type CurationDialogProps = {
  /** null = closed. */
  request: CurationRequest | null;
  onClose: () => void;
  onDone: (what: string, done: ChangeDone) => void;
};

/** Asks for what a change of memories needs (reason, date, tags), saying how many it will touch. */
export function CurationDialog({ request, onClose, onDone }: CurationDialogProps) {
  return (
    <Dialog open={request !== null} onOpenChange={(open) => (open ? undefined : onClose())}>
      {request ? (
        <DialogContent
          title={`${curations[request.kind].verb} ${countMemoriesInWords(request.count)}`}
          description={curations[request.kind].explain}
        >
          <CurationForm request={request} onClose={onClose} onDone={onDone} />
        </DialogContent>
      ) : null}
    </Dialog>
  );
}

function CurationForm(props: CurationDialogProps & { request: CurationRequest }) {
  const { kind, selection, validity, onCase } = props.request;
  const curation = curations[kind];
  const [pending, startTransition] = useTransition();
  const [failure, setFailure] = useState<Failure | null>(null);

  function submit(form: FormData) {
    startTransition(async () => {
      const result = await curation.run(selection, form, onCase?.ref);
      if (!result.ok) {
        setFailure(result.error);
        return;
      }
      props.onClose();
      props.onDone(curation.done, result.value);
    });
  }

  return (
    <form
      className="flex flex-col gap-3"
      // Not `action`: that would empty the fields of a form that was refused.
      onSubmit={(event) => {
        event.preventDefault();
        submit(new FormData(event.currentTarget));
      }}
    >
      {failure && !failure.fields ? <ErrorNotice message={failure.message} /> : null}
      {onCase?.warning ? <Callout tone="warn" title={onCase.warning} /> : null}
      {onCase ? <p className="text-sm text-muted">{onCase.says}</p> : null}
      {kind === "validity" ? <ValidityFields validity={validity} failure={failure} /> : null}
      {kind === "tag" ? <TagFields failure={failure} /> : null}
      <Field label="Reason" required={curation.reasonRequired} errors={failure?.fields?.["reason"]}>
        <Textarea name="reason" rows={2} autoFocus={curation.reasonRequired} />
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant={kind === "deprecate" ? "danger" : "primary"} pending={pending}>
          {curation.verb} {countMemoriesInWords(props.request.count)}
        </Button>
      </div>
    </form>
  );
}

function ValidityFields({
  validity,
  failure,
}: {
  validity: CurationRequest["validity"];
  failure: Failure | null;
}) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {validity ? (
        <Field
          label="Valid from"
          description="Inclusive, in UTC. Empty: no start."
          errors={failure?.fields?.["validFrom"]}
        >
          <Input
            name="validFrom"
            type="date"
            defaultValue={validity.validFrom ? formatDay(validity.validFrom) : ""}
          />
        </Field>
      ) : null}
      <Field
        label="Valid until"
        description="Inclusive, in UTC. Empty: no end."
        errors={failure?.fields?.["validUntil"]}
      >
        <Input
          name="validUntil"
          type="date"
          autoFocus
          defaultValue={validity?.validUntil ? lastDayOf(validity.validUntil) : ""}
        />
      </Field>
    </div>
  );
}

function TagFields({ failure }: { failure: Failure | null }) {
  const errors = Object.entries(failure?.fields ?? {});
  const of = (name: string) => errors.filter(([field]) => field.startsWith(name)).flatMap(([, said]) => said);
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label="Tags to add" description="Comma-separated." errors={of("add")}>
        <Input name="add" autoFocus autoComplete="off" />
      </Field>
      <Field label="Tags to remove" description="Comma-separated." errors={of("remove")}>
        <Input name="remove" autoComplete="off" />
      </Field>
    </div>
  );
}
