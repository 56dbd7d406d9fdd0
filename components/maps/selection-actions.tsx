"use client";
import { useState } from "react";
import { type CurationKind, curations } from "#components/memories/curation.ts";
import { CurationDialog, type CurationRequest } from "#components/memories/curation-dialog.tsx";
import { useUndo } from "#components/memories/use-undo.ts";
import { useHotkeys } from "#components/shell/use-hotkeys.ts";
import { Button } from "#components/ui/button.tsx";

const kinds: CurationKind[] = ["deprecate", "promote", "restore", "validity", "tag", "review"];

type SelectionActionsProps = {
  ids: readonly string[];
  /** The memories are not as they were: maps and rows have to be asked for again. */
  onChanged: () => void;
};

/** What can be done with the selected memories; each change can be undone from the message that tells of it. */
export function SelectionActions({ ids, onChanged }: SelectionActionsProps) {
  const [request, setRequest] = useState<CurationRequest | null>(null);
  // Cmd/Ctrl+Z is the view's here.
  const { report } = useUndo({ keys: false, onUndone: onChanged });
  const ask = (kind: CurationKind) => setRequest({ kind, selection: { ids: [...ids] }, count: ids.length });
  useHotkeys({ d: () => ask("deprecate") }, ids.length > 0);
  return (
    <>
      {kinds.map((kind) => (
        <Button
          key={kind}
          size="small"
          variant={kind === "deprecate" ? "danger" : "secondary"}
          onClick={() => ask(kind)}
        >
          {curations[kind].label}
        </Button>
      ))}
      <CurationDialog
        request={request}
        onClose={() => setRequest(null)}
        onDone={(what, done) => {
          report(what, done);
          onChanged();
        }}
      />
    </>
  );
}
