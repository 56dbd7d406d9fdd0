"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { AlertDialog, AlertDialogContent, AlertDialogTrigger } from "#components/ui/alert-dialog.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { callServer } from "#components/ui/call-server.ts";
import { DiffView } from "#components/ui/diff-view.tsx";
import { revertMemoryAction } from "#lib/memories/actions.ts";
import type { RevisionRow } from "#lib/memories/revisions.ts";
import { formatMoment } from "./format-day.ts";
import { RevisionEvidenceLine } from "./revision-evidence-line.tsx";
import { useUndo } from "./use-undo.ts";

type RevisionListProps = { memoryId: string; version: number; revisions: readonly RevisionRow[] };

const fieldNames: Record<string, string> = {
  validFrom: "valid from",
  validUntil: "valid until",
  deprecatedReason: "deprecation reason",
  taskSummary: "task summary",
  benchmarkName: "benchmark",
  taskName: "task name",
};

/** Every version of a memory: who, when, why and what changed, newest first. */
export function RevisionList({ memoryId, version, revisions }: RevisionListProps) {
  const { offer } = useUndo();
  return (
    <ol className="flex flex-col gap-3">
      {revisions.map((revision, index) => (
        <li key={revision.id} className="flex min-w-0 flex-col gap-2 border-l-2 border-line pl-3">
          <div className="flex flex-wrap items-start justify-between gap-2">
            <div className="flex min-w-0 flex-col gap-0.5">
              <span className="flex flex-wrap items-center gap-2 text-sm">
                <span className="font-medium">Revision {revision.version}</span>
                <Badge tone="muted">{revision.kind}</Badge>
                <span>{revision.actor}</span>
                <time dateTime={revision.createdAt} className="text-xs text-muted">
                  {formatMoment(revision.createdAt)}
                </time>
              </span>
              {revision.reason ? <p className="text-sm wrap-anywhere">{revision.reason}</p> : null}
              {revision.evidence ? (
                <RevisionEvidenceLine memoryId={memoryId} evidence={revision.evidence} />
              ) : null}
            </div>
            {index > 0 ? (
              <RevertButton memoryId={memoryId} to={revision.version} version={version} onReverted={offer} />
            ) : null}
          </div>
          <Changes revision={revision} />
        </li>
      ))}
    </ol>
  );
}

function Changes({ revision }: { revision: RevisionRow }) {
  return revision.changes.map(({ field, before, after }) => (
    <div key={field} className="flex min-w-0 flex-col gap-1">
      <h3 className="text-xs text-muted">{fieldNames[field] ?? field}</h3>
      <DiffView
        before={before}
        after={after}
        label={`Change of ${fieldNames[field] ?? field} in revision ${revision.version}`}
      />
    </div>
  ));
}

type RevertButtonProps = {
  memoryId: string;
  /** Version to go back to, and the one that is shown as present. */
  to: number;
  version: number;
  onReverted: (message: string, batchId: string) => void;
};

function RevertButton({ memoryId, to, version, onReverted }: RevertButtonProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [pending, startTransition] = useTransition();
  function revert() {
    startTransition(async () => {
      const result = await callServer(() =>
        revertMemoryAction({ id: memoryId, version: to, expectedVersion: version }),
      );
      if (!result.ok) {
        toast.error(result.error.message);
        if (result.error.code === "conflict") router.refresh();
        return;
      }
      const { batchId, version: now } = result.value;
      if (batchId) onReverted(`Reverted to revision ${to}, saved as revision ${now}.`, batchId);
      else toast(`Already the same as revision ${to}.`);
    });
  }
  return (
    <AlertDialog open={open} onOpenChange={setOpen}>
      <AlertDialogTrigger asChild>
        <Button size="small" pending={pending}>
          Revert to this
        </Button>
      </AlertDialogTrigger>
      <AlertDialogContent
        title={`Revert to revision ${to}?`}
        description="The memory will read as it did then. This writes a new revision; nothing is lost, and you can revert it too."
        confirmLabel={`Revert to revision ${to}`}
        onConfirm={revert}
      />
    </AlertDialog>
  );
}
