"use client";
import { useTransition } from "react";
import { toast } from "sonner";
import { useHotkeys } from "#components/shell/use-hotkeys.ts";
import { callServer } from "#components/ui/call-server.ts";
import { undoBatchAction } from "#lib/memories/actions.ts";
import { countMemoriesInWords } from "./format-day.ts";

// The last change of this tab: kept beside React, so that it outlives the page it was made on.
let lastBatch: string | null = null;

export type ChangeDone = { batchId: string | null; changed: number; unchanged: number };

/**
 * Undo for changes of memories: `report` and `offer` show what was done with an Undo button, Cmd/Ctrl+Z
 * undoes the last (unless `keys` is off: a page may use it for something else). `onUndone` hears of every undo.
 */
export function useUndo({ keys = true, onUndone }: { keys?: boolean; onUndone?: () => void } = {}) {
  const [pending, startTransition] = useTransition();

  function undo(batchId: string) {
    if (lastBatch === batchId) lastBatch = null;
    startTransition(async () => {
      const result = await callServer(() => undoBatchAction({ batchId }));
      if (result.ok) {
        report("Undone", result.value);
        onUndone?.();
      } else toast.error(result.error.message);
    });
  }

  function report(what: string, { batchId, changed, unchanged }: ChangeDone) {
    const rest = unchanged > 0 ? `, ${countMemoriesInWords(unchanged)} left as they were` : "";
    if (!batchId) {
      toast(`Nothing to change: ${countMemoriesInWords(unchanged)} left as they were.`);
      return;
    }
    offer(`${what}: ${countMemoriesInWords(changed)}${rest}.`, batchId);
  }

  function offer(message: string, batchId: string) {
    lastBatch = batchId;
    toast(message, { duration: 10_000, action: { label: "Undo", onClick: () => undo(batchId) } });
  }

  useHotkeys(
    {
      "$mod+z": () => {
        if (lastBatch) undo(lastBatch);
        else toast("There is nothing to undo.");
      },
    },
    keys,
  );
  return { report, offer, pending };
}
