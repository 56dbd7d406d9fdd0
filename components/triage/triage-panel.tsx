"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ReactNode, useState, useTransition } from "react";
import { toast } from "sonner";
import { useHotkeys } from "#components/shell/use-hotkeys.ts";
import { Button, buttonStyles } from "#components/ui/button.tsx";
import { callServer } from "#components/ui/call-server.ts";
import { Input } from "#components/ui/input.tsx";
import { ToolbarSelect } from "#components/ui/toolbar-select.tsx";
import { labelTrialAction, withdrawLabelAction } from "#lib/triage/actions.ts";
import { labelsOfKind, type TriageKind, type TriageLabel, type TriageTask } from "#lib/triage/schema.ts";
import { kindWords, labelWords } from "#lib/triage/words.ts";

type TriagePanelProps = {
  kind: TriageKind;
  /** The open trial of the candidate: the label is kept with it. */
  trialId: string;
  mine: TriageTask["mine"];
  others: TriageTask["others"];
  otherCount: number;
  progress: string;
  nextHref: string | null;
  cues: ReactNode;
};

/** Where a person says why a task was lost or gained: number keys label, u goes on to the next without a label. */
export function TriagePanel(props: TriagePanelProps) {
  const { kind, trialId, mine, nextHref, progress, cues } = props;
  const router = useRouter();
  const [note, setNote] = useState(mine?.note ?? "");
  const [pending, startTransition] = useTransition();
  const labels = labelsOfKind(kind);
  const report = (done: { ok: true } | { ok: false; error: { message: string } }) => {
    if (!done.ok) toast.error(done.error.message);
  };
  const choose = (label: TriageLabel) =>
    startTransition(async () =>
      report(await callServer(() => labelTrialAction({ trialId, kind, label, note }))),
    );
  const withdraw = (id: string) =>
    startTransition(async () => report(await callServer(() => withdrawLabelAction({ id }))));
  useHotkeys({
    ...Object.fromEntries(labels.slice(0, 9).map((label, i) => [String(i + 1), () => choose(label)])),
    ...(nextHref ? { u: () => router.push(nextHref) } : {}),
  });
  return (
    <section
      aria-label="Triage"
      // Within reach at every step; in a narrow window it would cover them.
      className="z-10 flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 rounded-md border border-line bg-surface px-2 py-1 md:sticky md:bottom-0"
    >
      <h2 className="text-sm font-semibold">{kindWords[kind].question}</h2>
      {kind === "cause" ? (
        labels.map((label, i) => (
          <Button
            key={label}
            size="small"
            variant={mine?.label === label ? "primary" : "secondary"}
            aria-pressed={mine?.label === label}
            disabled={pending}
            title={`${labelWords[label].means} (${i + 1})`}
            onClick={() => choose(label)}
          >
            {labelWords[label].name}
          </Button>
        ))
      ) : (
        <ToolbarSelect
          label="What transferred"
          quiet
          wide
          value={mine?.label ?? ""}
          options={[
            { value: "", label: "Not labeled" },
            ...labels.map((label) => ({ value: label, label: labelWords[label].name })),
          ]}
          onChange={(value) => {
            const label = labels.find((each) => each === value);
            if (label) choose(label);
          }}
        />
      )}
      <Input
        aria-label="Note"
        placeholder="Note"
        className="h-7 w-40 text-xs"
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {mine && (mine.note ?? "") !== note.trim() ? (
        <Button size="small" pending={pending} onClick={() => choose(mine.label)}>
          Save note
        </Button>
      ) : null}
      {mine ? (
        <Button size="small" pending={pending} onClick={() => withdraw(mine.id)}>
          Undo label
        </Button>
      ) : null}
      <span className="text-xs text-muted">{progress}</span>
      {nextHref ? (
        <Link className={buttonStyles({ size: "small" })} href={nextHref} title="Next without a label (u)">
          Next untriaged
        </Link>
      ) : null}
      <OtherLabels {...props} />
      {cues}
    </section>
  );
}

/** Others' answers only after one's own: nobody is led. */
function OtherLabels({ mine, others, otherCount }: TriagePanelProps) {
  if (otherCount === 0) return null;
  if (!mine) {
    return (
      <span className="text-xs text-muted">
        {otherCount === 1 ? "1 other has" : `${otherCount} others have`} labeled it: shown once you have.
      </span>
    );
  }
  return (
    <span className="text-xs text-muted">
      {others
        .map(({ actor, label, note }) => `${actor}: ${labelWords[label].name}${note ? ` (${note})` : ""}`)
        .join("; ")}
    </span>
  );
}
