"use client";
import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { type CurationKind, curations } from "#components/memories/curation.ts";
import { CurationDialog, type CurationRequest } from "#components/memories/curation-dialog.tsx";
import { useUndo } from "#components/memories/use-undo.ts";
import { useHotkeys } from "#components/shell/use-hotkeys.ts";
import { Button } from "#components/ui/button.tsx";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "#components/ui/dropdown-menu.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";

const often: CurationKind[] = ["deprecate", "promote", "validity", "tag"];
const rarely: CurationKind[] = ["restore", "review"];

type SelectionBarProps = {
  ids: readonly string[];
  onClear: () => void;
  /** The memories are not as they were: maps and rows have to be asked for again. */
  onChanged: () => void;
};

/**
 * What can be done with the selected memories, over the maps for as long as there are any; each change can be undone from
 * the message that tells of it.
 */
export function SelectionBar({ ids, onClear, onChanged }: SelectionBarProps) {
  const [request, setRequest] = useState<CurationRequest | null>(null);
  // Cmd/Ctrl+Z is the view's here.
  const { report } = useUndo({ keys: false, onUndone: onChanged });
  const ask = (kind: CurationKind) => setRequest({ kind, selection: { ids: [...ids] }, count: ids.length });
  useHotkeys({ d: () => ask("deprecate"), Escape: onClear }, ids.length > 0);
  return (
    <>
      {ids.length > 0 ? (
        <section
          aria-label="Selection"
          className="absolute bottom-3 left-1/2 z-10 flex w-max max-w-[calc(100%-1rem)] -translate-x-1/2 flex-wrap items-center gap-1.5 rounded-md border border-accent/40 bg-surface px-2 py-1.5 text-sm shadow-raised max-lg:fixed max-lg:inset-x-2 max-lg:top-12 max-lg:bottom-auto max-lg:z-30 max-lg:w-auto max-lg:translate-x-0"
        >
          <h2 className="px-1 font-medium whitespace-nowrap" aria-live="polite">
            {ids.length.toLocaleString("en")} selected
          </h2>
          {often.map((kind) => (
            <Button
              key={kind}
              size="small"
              variant={kind === "deprecate" ? "danger" : "secondary"}
              onClick={() => ask(kind)}
            >
              {curations[kind].label}
            </Button>
          ))}
          <DropdownMenu>
            <DropdownMenuTrigger asChild>
              <IconButton label="More actions for the selection" size="small">
                <Ellipsis aria-hidden />
              </IconButton>
            </DropdownMenuTrigger>
            <DropdownMenuContent>
              {rarely.map((kind) => (
                <DropdownMenuItem key={kind} onSelect={() => ask(kind)}>
                  {curations[kind].label}
                </DropdownMenuItem>
              ))}
            </DropdownMenuContent>
          </DropdownMenu>
          <Button size="small" variant="ghost" onClick={onClear}>
            Clear
          </Button>
        </section>
      ) : null}
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
